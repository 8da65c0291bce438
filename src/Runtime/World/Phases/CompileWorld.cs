namespace ManifestLinker.Runtime.World.Phases;

/// <summary>
/// The compile phases of a workspace. <see cref="Root"/> is the directory of the workspace file <see cref="WorkspaceFile"/>; <see cref="Phases"/>
/// stand behind what they need.
/// </summary>
internal sealed record CompileWorld(string Root, string WorkspaceFile, IReadOnlyList<Phase> Phases, int Jobs, int MaxJobs)
{
    private const int MostJobsByProcessors = 128;

    /// <summary>MAX_JOBS on a machine with so many processors, where the workspace file does not say.</summary>
    public static int JobsFor(int processors) => Math.Min(processors, MostJobsByProcessors);

    /// <summary>The phases called <paramref name="names"/> and all that they need; all there are where no name is given.</summary>
    public IReadOnlyList<Phase> With(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0) return Phases;
        var wanted = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (Phase phase in Phases.Reverse().Where(phase => wanted.Contains(phase.Name))) wanted.UnionWith(phase.After);
        return [.. Phases.Where(phase => wanted.Contains(phase.Name))];
    }
}
