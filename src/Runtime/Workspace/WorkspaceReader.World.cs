using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Workspace.Toml;
using ManifestLinker.Runtime.World.Phases;

namespace ManifestLinker.Runtime.Workspace;

/// <content><c>[world]</c> and <c>[[phase]]</c>.</content>
internal static partial class WorkspaceReader
{
    private const int MostJobs = 1024;

    private static WorldSection World(SectionReader? section)
    {
        var world = new WorldSection(
            section?.Integer("jobs", "phases", 1, MostJobs, about: "How many phases run side by side; 1 where it is left out. --jobs counts more."),
            section?.Integer("max-jobs", "jobs", 1, MostJobs, about: "MAX_JOBS in the environment of each phase; the number of processors, at most 128, where it is left out."));
        section?.RejectTheRest();
        return world;
    }

    private static List<PhaseSection> Phases(IEnumerable<SectionReader> sections)
    {
        var phases = new List<PhaseSection>();
        SectionReader? last = null;
        bool allHaveNames = true;
        foreach (SectionReader section in sections)
        {
            last = section;
            if (Phase(section) is not { } phase)
            {
                allHaveNames = false;
                continue;
            }
            if (phases.Find(other => other.Name.Value == phase.Name.Value) is { } before)
                section.Report(phase.Name.Location, $"a phase '{phase.Name}' is there already", "give each phase a name of its own", new("first here", before.Name.Location));
            else phases.Add(phase);
        }
        // Of a phase without a name nobody knows whether it is the one that others name.
        if (last is not null && allHaveNames) CheckOrder(last, phases);
        return phases;
    }

    private static PhaseSection? Phase(SectionReader section)
    {
        Placed<string>? name = section.RequiredText("name", "give the phase a name, as name = \"illumos\"", about: "What the phase is called: letters, digits, '.', '_', '+' and '-'.") is { } text
            ? section.PhaseName(text) : null;
        IReadOnlyList<Placed<string>>? command = section.RequiredTexts(
            "command", "name the program and its arguments, as command = [\"./build_illumos\"]", about: "The program and its arguments. No shell reads them.");
        var phase = new PhaseSection
        {
            Name = name ?? default,
            Command = command ?? [],
            Directory = section.Text("directory", about: "Where the command runs, relative to this file; the directory of this file where it is left out."),
            Environment = Variables(section.Table("environment", "environment of [[phase]]", about: "Variables that the command is given: NAME = \"value\". They count as inputs.")),
            Pass = section.Texts("pass", about: "Variables that the command is given as mlc has them. They count as inputs. PATH is always given, and never counts.") ?? [],
            Sources = section.Texts("sources", about: "Files and directories that the phase reads, relative to this file. The work tree of git counts as its revision and what differs from it.") ?? [],
            After = section.Texts("after", about: "Phases that must be done before, because this one reads what they make.") ?? [],
            Outputs = section.Texts("outputs", whenEmpty: "name at least one file or directory, or leave the key out", about: "Files and directories that the phase makes, relative to this file. They are removed before it runs.") ?? [],
            KeepsOutputs = section.Boolean("keep-outputs", about: "Whether what the phase made before stays where it is when it runs again; false where it is left out.")?.Value ?? false,
            Launcher = section.Texts("launcher", about: "A program that starts the command elsewhere, and its arguments; they stand before the command.") ?? [],
            TraceIgnore = section.Texts("trace-ignore", about: "Patterns for files that the phase may read without declaring them, for --trace.") ?? [],
        };
        foreach (Placed<string> passed in phase.Pass) CheckPassed(section, phase, passed);
        section.RejectTheRest();
        return name is not null ? phase : null;
    }

    private static void CheckPassed(SectionReader section, PhaseSection phase, Placed<string> passed)
    {
        section.CheckVariable(passed);
        if (passed.Value == "PATH") section.Report(passed.Location, "'PATH' is always passed", "leave it out; it never counts as an input");
        if (phase.Environment.FirstOrDefault(pair => pair.Key == passed.Value) is { Key: not null } declared)
            section.Report(passed.Location, $"'{passed}' is passed and declared in 'environment', too", "keep one of the two", new("declared here", declared.Value.Location));
    }

    private static void CheckOrder(SectionReader section, List<PhaseSection> phases)
    {
        foreach (PhaseSection phase in phases)
        {
            foreach (Placed<string> needed in phase.After.Where(needed => needed.Shape is null && !phases.Exists(other => other.Name.Value == needed.Value)))
            {
                string? near = NearNames.Nearest(needed.Value, phases.Select(other => other.Name.Value));
                section.Report(
                    needed.Location,
                    $"there is no phase '{needed}'",
                    near is null ? $"known: {string.Join(", ", phases.Select(other => other.Name.Value))}" : $"did you mean \"{near}\"?");
            }
        }
        if (PhaseOrder.FindCycle(phases) is { } cycle)
            section.Report(cycle[0].Location, $"phases wait for each other: {string.Join(" -> ", cycle.Select(step => step.Value).Append(cycle[0].Value))}", "take one of these out of 'after'");
    }
}
