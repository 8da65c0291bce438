using CsCheck;
using ManifestLinker.Compiler.Smf;
using ManifestLinker.Compiler.Tests.Fixes;

namespace ManifestLinker.Compiler.Tests.Smf;

public sealed class DependencyCyclesTests
{
    private static readonly XmlPlace Place = new(1, 1);

    [Fact]
    public void A_circle_is_found_exactly_where_a_walk_comes_back() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6]).Array[0, 14].Sample(Check, iter: ManifestSoup.Iterations(2000));

    [Fact]
    public void A_long_chain_is_no_matter()
    {
        var chain = new (int, int)[5_000];
        for (int i = 0; i < chain.Length; i++) chain[i] = (i, (i + 1) % chain.Length);
        DependencyCycles.Of(Graph(chain)).Should().ContainSingle().Which.Should().HaveCount(2 * chain.Length);
    }

    private static void Check((int From, int To)[] edges)
    {
        DependencyGraph graph = Graph(edges);
        IReadOnlyList<Fmri>[] circles = [.. DependencyCycles.Of(graph)];
        foreach (IReadOnlyList<Fmri> circle in circles)
        {
            circle.Should().OnlyHaveUniqueItems();
            for (int i = 0; i < circle.Count; i++) graph.WaitedFor(circle[i]).Should().Contain(circle[(i + 1) % circle.Count]);
        }
        circles.SelectMany(circle => circle).Should().OnlyHaveUniqueItems();
        graph.Names.Any(name => Reaches(graph, name, name)).Should().Be(circles.Length > 0);
    }

    private static bool Reaches(DependencyGraph graph, Fmri start, Fmri goal)
    {
        var seen = new HashSet<Fmri>();
        var open = new Stack<Fmri>([start]);
        while (open.TryPop(out Fmri at))
        {
            foreach (Fmri next in graph.WaitedFor(at))
            {
                if (next == goal) return true;
                if (seen.Add(next)) open.Push(next);
            }
        }
        return false;
    }

    // Each service has one instance, and depends on the services of its edges.
    private static DependencyGraph Graph((int From, int To)[] edges) => new([.. edges.GroupBy(edge => edge.From).Select(group =>
        new Service(Name(group.Key), Place)
        {
            Instances = [new ServiceInstance(Name(group.Key) with { Instance = "default" }, Place, true)],
            Dependencies = [new Dependency("all", Grouping.RequireAll, "service", [.. group.Select(edge => new Target(Name(edge.To).ToString(), Place))])],
        })]);

    private static Fmri Name(int number) => new($"site/{number}", null);
}
