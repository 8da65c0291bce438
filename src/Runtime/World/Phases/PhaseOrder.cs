using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.World.Phases;

/// <summary>The order that <c>after</c> asks for.</summary>
internal static class PhaseOrder
{
    /// <summary>
    /// Phases that wait for each other, each by the place that says so: every one needs the next, and the last the first. Null where there are none.
    /// Names that no phase has are passed over.
    /// </summary>
    public static IReadOnlyList<Placed<string>>? FindCycle(IReadOnlyList<PhaseSection> phases)
    {
        Dictionary<string, PhaseSection> byName = ByName(phases);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (PhaseSection start in phases)
        {
            if (Visit(start, []) is { } cycle) return cycle;
        }
        return null;

        // The steps are where each phase on the way was asked for.
        IReadOnlyList<Placed<string>>? Visit(PhaseSection phase, List<Placed<string>> steps)
        {
            if (done.Contains(phase.Name.Value)) return null;
            foreach (Placed<string> needed in phase.After)
            {
                if (!byName.TryGetValue(needed.Value, out PhaseSection? next)) continue;
                var step = new Placed<string>(phase.Name.Value, needed.Location);
                int first = steps.FindIndex(earlier => earlier.Value == next.Name.Value);
                if (first >= 0) return [.. steps[first..], step];
                if (next == phase) return [step];
                if (Visit(next, [.. steps, step]) is { } cycle) return cycle;
            }
            done.Add(phase.Name.Value);
            return null;
        }
    }

    /// <summary><paramref name="phases"/>, each behind all that it needs; else in the order of the file. There is no cycle.</summary>
    public static IReadOnlyList<PhaseSection> Of(IReadOnlyList<PhaseSection> phases)
    {
        Dictionary<string, PhaseSection> byName = ByName(phases);
        var order = new List<PhaseSection>();
        foreach (PhaseSection phase in phases) Add(phase);
        return order;

        void Add(PhaseSection phase)
        {
            if (order.Contains(phase)) return;
            foreach (Placed<string> needed in phase.After) Add(byName[needed.Value]);
            order.Add(phase);
        }
    }

    private static Dictionary<string, PhaseSection> ByName(IEnumerable<PhaseSection> phases) =>
        phases.ToDictionary(phase => phase.Name.Value, StringComparer.Ordinal);
}
