using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.World.Phases;

/// <summary>Outputs are removed before a phase runs, so each has one maker, and nothing that somebody needs lies in it.</summary>
internal static class OutputChecks
{
    /// <summary>What is wrong with the outputs of <paramref name="phases"/>, whose workspace file lies in <paramref name="root"/>.</summary>
    public static IEnumerable<ConfigurationProblem> Of(IReadOnlyList<Phase> phases, string root)
    {
        (Phase Phase, PhasePath Path)[] outputs = [.. phases.SelectMany(phase => phase.Outputs.Select(path => (phase, path)))];
        string own = root.Length == 1 ? "/.mlc" : $"{root}/.mlc";
        for (int index = 0; index < outputs.Length; index++)
        {
            (Phase phase, PhasePath output) = outputs[index];
            if (!PhasePath.IsAtOrBelow(output.Full, root) || output.Full == root)
            {
                yield return Problem(output, $"the output '{output.Name}' of phase '{phase.Name}' does not lie below the directory of the workspace file", "name a file or directory in there");
                continue;
            }
            if (PhasePath.IsAtOrBelow(output.Full, own))
                yield return Problem(output, $"the output '{output.Name}' of phase '{phase.Name}' lies in .mlc, which is mlc's own", "name another place");
            foreach ((Phase other, PhasePath before) in outputs.Take(index))
            {
                if (Overlap(phase, output, other, before) is { } problem) yield return problem;
            }
        }
        foreach (Phase phase in phases)
        {
            foreach (PhasePath source in phase.Sources)
            {
                if (Array.Find(outputs, output => source.IsAtOrBelow(output.Path)) is { Phase: { } maker } made)
                    yield return Made(phase, source, maker, made.Path);
            }
        }
    }

    private static ConfigurationProblem? Overlap(Phase phase, PhasePath output, Phase other, PhasePath before)
    {
        Related first = new("the other is here", before.Location);
        if (output.Full == before.Full)
        {
            string who = ReferenceEquals(phase, other) ? $"phase '{phase.Name}' names the output '{output.Name}' twice" : $"the phases '{other.Name}' and '{phase.Name}' both make '{output.Name}'";
            return Problem(output, who, "give each phase a directory of its own, and name them all in the search path", first);
        }
        (Phase Phase, PhasePath Path)? inner = output.IsAtOrBelow(before) ? (phase, output) : before.IsAtOrBelow(output) ? (other, before) : null;
        if (inner is not { } inside) return null;
        PhasePath outside = ReferenceEquals(inside.Path, output) ? before : output;
        Phase owner = ReferenceEquals(inside.Path, output) ? other : phase;
        return Problem(
            output,
            $"the output '{inside.Path.Name}' of phase '{inside.Phase.Name}' lies inside '{outside.Name}', which phase '{owner.Name}' makes",
            "give each phase a directory of its own",
            first);
    }

    private static ConfigurationProblem Made(Phase phase, PhasePath source, Phase maker, PhasePath output) => ReferenceEquals(phase, maker)
        ? Problem(source, $"phase '{phase.Name}' reads '{source.Name}', which is removed before it runs", "take it out of 'sources', or name another output", new("the output is here", output.Location))
        : Problem(
            source,
            $"'{source.Name}' is no source: phase '{maker.Name}' makes it",
            $"take it out of 'sources', and name \"{maker.Name}\" in 'after'",
            new("the output is here", output.Location));

    private static ConfigurationProblem Problem(PhasePath at, string message, string help, Related? related = null) =>
        new(ConfigValue.Rule, at.Location, message, help) { Related = related };
}
