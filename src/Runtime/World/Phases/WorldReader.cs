using System.IO.Abstractions;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.World.Phases;

/// <summary>Looks up what the phases of a workspace file name, and refuses what could not work before anything runs.</summary>
internal sealed class WorldReader
{
    private readonly Invocation invocation;
    private readonly IFileSystem files;
    private readonly WorkspaceFile workspace;
    private readonly string root;
    private readonly List<ConfigurationProblem> problems = [];

    private WorldReader(Invocation invocation, WorkspaceFile workspace)
    {
        this.invocation = invocation;
        this.workspace = workspace;
        files = invocation.Host.Files;
        root = files.Path.GetDirectoryName(files.Path.GetFullPath(workspace.Source.Name))!;
    }

    /// <summary>The phases of <paramref name="workspace"/>.</summary>
    /// <exception cref="ConfigurationException">Paths lie in each other's way, or something is not there.</exception>
    public static CompileWorld Read(Invocation invocation, WorkspaceFile workspace)
    {
        var reader = new WorldReader(invocation, workspace);
        Phase[] phases = [.. PhaseOrder.Of(workspace.Phases).Select(reader.PhaseOf)];
        reader.problems.AddRange(OutputChecks.Of(phases, reader.root));
        if (reader.problems.Count == 0) reader.problems.AddRange(TrackedOutputs.Of(invocation, phases));
        foreach (Phase phase in phases) reader.CheckInputs(phase, phases);
        reader.problems.Sort(ConfigurationProblem.ByPlace);
        if (reader.problems.Count > 0) throw new ConfigurationException(reader.problems);
        return new CompileWorld(
            reader.root,
            reader.files.Path.GetFullPath(workspace.Source.Name),
            phases,
            (int)(workspace.World.Jobs?.Value ?? 1),
            (int)(workspace.World.MaxJobs?.Value ?? CompileWorld.JobsFor(Environment.ProcessorCount)));
    }

    private Phase PhaseOf(PhaseSection section) => new(
        section,
        section.Directory is { } directory ? PathOf(directory) : new PhasePath(".", root, section.Name.Location),
        [.. section.Sources.Select(PathOf).DistinctBy(path => path.Full, StringComparer.Ordinal).OrderBy(path => path.Name, StringComparer.Ordinal)],
        [.. section.Outputs.Select(PathOf)]);

    private PhasePath PathOf(Placed<string> written)
    {
        string full = files.Path.TrimEndingDirectorySeparator(files.Path.GetFullPath(workspace.PathOf(written).Opened));
        string name = files.Path.IsPathRooted(written.Value) && !PhasePath.IsAtOrBelow(full, root) ? full : files.Path.GetRelativePath(root, full);
        return new PhasePath(name, full, written.Location);
    }

    private void CheckInputs(Phase phase, IReadOnlyList<Phase> phases)
    {
        foreach (PhasePath source in phase.Sources)
        {
            if (invocation.Host.Status(source.Full) is null && MakerOf(source.Full, phases) is null)
                Report(source.Location, $"the source '{source.Name}' of phase '{phase.Name}' is not there", "correct the path, or fetch the source");
        }
        // What another phase makes is there in time.
        if (!files.Directory.Exists(phase.Directory.Full) && MakerOf(phase.Directory.Full, phases) is null)
            Report(phase.Directory.Location, $"the directory '{phase.Directory.Name}' of phase '{phase.Name}' is not there", "correct the path");
        else CheckProgram(phase, phases);
    }

    // Where there is a launcher, it alone must be here: the command may well be elsewhere.
    private void CheckProgram(Phase phase, IReadOnlyList<Phase> phases)
    {
        Placed<string> program = phase.Section.Launcher is [var launcher, ..] ? launcher : phase.Section.Command[0];
        string? full = program.Value.Contains('/', StringComparison.Ordinal)
            ? files.Path.GetFullPath(files.Path.Combine(phase.Directory.Full, program.Value))
            : Processes.ProgramPath.Find(invocation, program.Value);
        if (full is null) Report(program.Location, $"phase '{phase.Name}': there is no program '{program}' in $PATH", "install it, or write its path with a slash");
        else if (!files.File.Exists(full) && MakerOf(full, phases) is null)
            Report(program.Location, $"phase '{phase.Name}': there is no program '{program}' in '{phase.Directory.Name}'", "correct the path, which is relative to the directory of the phase");
    }

    private static Phase? MakerOf(string full, IEnumerable<Phase> phases) =>
        phases.FirstOrDefault(phase => phase.Outputs.Any(output => PhasePath.IsAtOrBelow(full, output.Full)));

    private void Report(Location location, string message, string help) =>
        problems.Add(new ConfigurationProblem(ConfigValue.Rule, location, message, help));
}
