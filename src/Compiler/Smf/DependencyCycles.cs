namespace ManifestLinker.Compiler.Smf;

/// <summary>Finds services that wait for each other in a circle.</summary>
public static class DependencyCycles
{
    /// <summary>
    /// For each set of names that all wait for each other, by way of others or not, a shortest circle through the first of them; it begins there,
    /// and does not repeat that name at its end.
    /// </summary>
    public static IEnumerable<IReadOnlyList<Fmri>> Of(DependencyGraph graph)
    {
        foreach (List<Fmri> component in Components(graph))
        {
            var members = component.ToHashSet();
            if (members.Count == 1 && !graph.WaitedFor(component[0]).Contains(component[0])) continue;
            yield return Shortest(graph, component.Min(), members);
        }
    }

    // Tarjan's strongly connected components, with a stack of its own: a chain of dependencies may be as long as it likes.
    private static IEnumerable<List<Fmri>> Components(DependencyGraph graph)
    {
        var index = new Dictionary<Fmri, int>();
        var low = new Dictionary<Fmri, int>();
        var pending = new Stack<Fmri>();
        var isPending = new HashSet<Fmri>();
        foreach (Fmri root in graph.Names)
        {
            if (index.ContainsKey(root)) continue;
            var path = new Stack<(Fmri Name, IEnumerator<Fmri> Others)>();
            Enter(root, path);
            while (path.TryPeek(out (Fmri Name, IEnumerator<Fmri> Others) top))
            {
                if (top.Others.MoveNext())
                {
                    Fmri next = top.Others.Current;
                    if (!index.TryGetValue(next, out int seen)) Enter(next, path);
                    else if (isPending.Contains(next)) low[top.Name] = Math.Min(low[top.Name], seen);
                    continue;
                }
                path.Pop();
                if (path.TryPeek(out (Fmri Name, IEnumerator<Fmri> Others) before)) low[before.Name] = Math.Min(low[before.Name], low[top.Name]);
                if (low[top.Name] == index[top.Name]) yield return Leave(top.Name);
            }
        }

        void Enter(Fmri name, Stack<(Fmri Name, IEnumerator<Fmri> Others)> path)
        {
            low[name] = index[name] = index.Count;
            pending.Push(name);
            isPending.Add(name);
            path.Push((name, graph.WaitedFor(name).GetEnumerator()));
        }

        List<Fmri> Leave(Fmri name)
        {
            var component = new List<Fmri>();
            do
            {
                component.Add(pending.Pop());
                isPending.Remove(component[^1]);
            }
            while (component[^1] != name);
            return component;
        }
    }

    private static IReadOnlyList<Fmri> Shortest(DependencyGraph graph, Fmri start, HashSet<Fmri> members)
    {
        var cameFrom = new Dictionary<Fmri, Fmri>();
        var queue = new Queue<Fmri>([start]);
        while (queue.TryDequeue(out Fmri at))
        {
            foreach (Fmri next in graph.WaitedFor(at).Where(members.Contains))
            {
                if (next == start) return Back(at);
                if (cameFrom.TryAdd(next, at)) queue.Enqueue(next);
            }
        }
        return [start];

        IReadOnlyList<Fmri> Back(Fmri last)
        {
            var circle = new List<Fmri> { last };
            while (circle[^1] != start) circle.Add(cameFrom[circle[^1]]);
            circle.Reverse();
            return circle;
        }
    }
}
