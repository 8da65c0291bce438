using System.CommandLine;
using System.Globalization;
using System.IO.Abstractions;
using System.Runtime;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Baselines;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Baselines;
using ManifestLinker.Runtime.Diffs;
using ManifestLinker.Runtime.Fixing;
using ManifestLinker.Runtime.Git;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc check</c>: are the manifests right?</summary>
internal sealed class CheckCommand() : CommandBase(
    "check",
    "Check manifests: their lines, how they fit together, and, where search directories are known, the objects they name.",
    "mlc check --search overlay --search proto manifest.d")
{
    // What the check of a whole platform allocates, in bytes.
    private const long LetStand = 160L << 20;

    private readonly ManifestOptions inputs = new();
    private readonly BaselineOptions baseline = new();

    private readonly Option<int?> maxNew = new("--max-new")
    {
        HelpName = "N",
        Description = "Fail where more than N findings are left, whatever their severity.",
        CustomParser = result =>
        {
            string given = result.Tokens[0].Value;
            if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int most)) return most;
            result.AddError($"--max-new {given}: not a number of findings");
            return null;
        },
    };

    private readonly Option<bool> showSuppressed = new("--show-suppressed") { Description = "Tell programs (json) what is excused or in the baseline, too." };

    private readonly Option<bool> index = new("--index")
    {
        Description = "Check what is in git's index in place of the work tree: what a commit would hold. Directories that git knows nothing of come from the disk.",
    };

    private readonly Option<string?> since = ProjectOptions.Single(
        "--since", "REV", "Show only what is not found in this git revision as well.");

    private readonly FixOptions fixes = new();

    private readonly ProjectOptions project = new();

    protected override void AddTo(Command command)
    {
        inputs.AddTo(command);
        fixes.AddTo(command);
        baseline.AddTo(command);
        command.Add(maxNew);
        command.Add(showSuppressed);
        command.Add(index);
        command.Add(since);
        project.AddTo(command);
    }

    protected override int Run(ParseResult options)
    {
        // Nothing of it is free before the end, and moving it about would take a third of the run. What needs more is collected as usual.
        if (GCSettings.LatencyMode != GCLatencyMode.NoGCRegion) GC.TryStartNoGCRegion(LetStand);
        var output = new FindingsOutput(Invocation, options, Global, project);
        FixRequest? request = fixes.Read(options, project);
        string? revision = options.GetValue(since);
        bool isIndex = options.GetValue(index);
        if (isIndex && request is not null) throw new UsageException("--index checks what is staged, and only files can be mended", "leave --index out, and stage what was mended");
        using GitRepository? git = isIndex || revision is not null ? GitRepository.Open(Invocation) : null;
        Invocation shown = isIndex ? Invocation with { Host = git!.Index() } : Invocation;
        bool resolves = inputs.Resolves(options);
        var reader = new ProjectReader(shown, options, Global, project);
        LinkProject read = inputs.Read(options, reader);
        Baseline? known = baseline.Read(options, shown.Host.Files, read);
        Verdict? then = revision is null ? null : VerdictAt(revision, git!, options, resolves);

        ProjectMending? mending = request is null ? null : ProjectMending.Run(read, reader.Texts, request.Most, Check);
        if (mending is not null && request!.Shows) return Show(mending, options);
        if (mending is not null) FileRewriting.Write(Invocation.Host, mending.Changed.Select(file => (file.Path, file.After)));
        (Compilation compilation, Verdict verdict) = mending?.Checked ?? Check();
        bool fails = IsTooMany(verdict.CountNew, options.GetValue(maxNew)) || verdict.Fails(read.FailOn);
        var facts = new RunFacts
        {
            Command = "check",
            WorkingDirectory = Invocation.WorkingDirectory,
            Input = read.Input,
            Manifests = [.. read.Manifests.Select(manifest => new ReadManifest(manifest.Component, manifest.Path))],
            Rules = read.RulesOf(compilation.Phases),
            Phases = compilation.Phases,
            Skipped = compilation.Resolved is not null ? []
                : [new(Phase.Resolve, resolves ? "no search directories are known" : "--no-resolve was given")],
            FailOn = read.FailOn,
            Fixes = mending?.Facts,
            HasBaseline = known is not null,
            ShowSuppressed = options.GetValue(showSuppressed),
            ExitCode = fails ? ExitCode.Findings : ExitCode.Done,
        };
        output.Write(facts, verdict);
        return facts.ExitCode.Value;

        CheckedTexts Check()
        {
            // The workspace file may be among what was mended.
            if (read.Workspace is { } workspace && reader.ReadText(workspace.Source.Name) != workspace.Source) read = inputs.Read(options, reader);
            CheckedState state = CheckedState.Of(read, reader, shown, resolves);
            Verdict judged = known?.Hide(state.Verdict, state.Policy, state.Scope) ?? state.Verdict;
            return new CheckedTexts(state.Compilation, then is null ? judged : judged.Since(then));
        }
    }

    // What is written to standard output is a patch, and nothing else.
    private int Show(ProjectMending mending, ParseResult options)
    {
        Write(string.Concat(mending.Changed.Select(file => UnifiedDiff.Between(file.Before.Name, file.Before.Text, file.After.Text))));
        if (!options.GetValue(Global.Quiet))
        {
            foreach (string held in mending.Facts.HeldBackLines(new FileNames(Invocation.WorkingDirectory))) Invocation.Error.WriteLine($"held back: {held}");
            Invocation.Error.WriteLine($"would fix {mending.Facts.Counts}");
        }
        return mending.Changed.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    // What was not there yet has no faults; that is why all of it is new.
    private Verdict VerdictAt(string revision, GitRepository git, ParseResult options, bool resolves)
    {
        Invocation then = Invocation with { Host = git.At(revision) };
        var reader = new ProjectReader(then, options, Global, project);
        if (!inputs.AreKnown(options, reader)) return new Verdict([], []);
        try
        {
            LinkProject read = inputs.Read(options, reader);
            IFileSystem files = then.Host.Files;
            return CheckedState.Of(read with { Manifests = [.. read.Manifests.Where(manifest => files.File.Exists(manifest.Path))] }, reader, then, resolves).Verdict;
        }
        catch (ConfigurationException wrong)
        {
            ConfigurationProblem first = wrong.Problems[0];
            throw new UsageException(
                FormattableString.Invariant($"{first.Location.File} of {revision} is wrong, on line {first.Location.Line}: {first.Message}"),
                "compare with a revision that has a right one, or check without --since");
        }
    }

    // Nothing in the findings themselves tells that they are too many.
    private bool IsTooMany(int count, int? most)
    {
        if (!(count > most)) return false;
        Invocation.Error.WriteLine(FormattableString.Invariant($"mlc: {count} new finding{(count == 1 ? "" : "s")}, and --max-new allows {most}"));
        return true;
    }
}
