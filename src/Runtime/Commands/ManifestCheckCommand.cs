using System.CommandLine;
using System.IO.Abstractions;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Audit;
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

/// <summary>A command that judges manifests, and mends them where it is asked to.</summary>
/// <param name="name">The name of the command.</param>
/// <param name="description">What it does.</param>
/// <param name="example">How it is called.</param>
/// <param name="inputs">What it works on.</param>
internal abstract partial class ManifestCheckCommand(string name, string description, string example, IProjectInputs inputs) : CommandBase(name, description, example)
{
    private readonly Option<bool> index = new("--index")
    {
        Description = "Check what is in git's index in place of the work tree: what a commit would hold. Directories that git knows nothing of come from the disk.",
    };

    private readonly Option<string?> since = ProjectOptions.Single(
        "--since", "REV", "Show only what is not found in this git revision as well.");

    private readonly FixOptions fixes = new();

    /// <summary>The options about rules, formats and accounts.</summary>
    protected ProjectOptions Project { get; } = new();

    /// <summary>The options about what is known already.</summary>
    protected KnownFindings Known { get; } = new();

    /// <summary>How the objects are looked into; null where they are not.</summary>
    protected abstract AuditSettings? Audit(ParseResult options, WorkspaceFile? workspace);

    /// <summary>Does the work, with whatever is to be shown of it meanwhile.</summary>
    protected virtual CheckedTexts Watch(ParseResult options, Func<CheckedTexts> work) => work();

    /// <summary>Says that an option is for manifests only, where one is given and something else is judged.</summary>
    /// <exception cref="UsageException">One is.</exception>
    protected void RefuseManifestOptions(ParseResult options)
    {
        string? given = fixes.Read(options, Project) is not null ? "--fix and --diff mend"
            : options.GetValue(index) || options.GetValue(since) is not null ? "--index and --since look at"
            : null;
        if (given is not null) throw new UsageException($"{given} manifests, and an image is given", "name the manifests with -m, and the search directories behind them");
    }

    protected override void AddTo(Command command)
    {
        inputs.AddTo(command);
        fixes.AddTo(command);
        Known.AddTo(command);
        command.Add(index);
        command.Add(since);
        Project.AddTo(command);
    }

    protected override int Run(ParseResult options)
    {
        var output = new FindingsOutput(Invocation, options, Global, Project);
        FixRequest? request = fixes.Read(options, Project);
        string? revision = options.GetValue(since);
        bool isIndex = options.GetValue(index);
        if (isIndex && request is not null) throw new UsageException("--index checks what is staged, and only files can be mended", "leave --index out, and stage what was mended");
        using GitRepository? git = isIndex || revision is not null ? GitRepository.Open(Invocation) : null;
        Invocation shown = isIndex ? Invocation with { Host = git!.Index() } : Invocation;
        bool resolves = inputs.Resolves(options);
        var reader = new ProjectReader(shown, options, Global, Project);
        LinkProject read = inputs.Read(options, reader);
        AuditSettings? audit = Audit(options, read.Workspace);
        Baseline? before = Known.Baseline(options, shown.Host.Files, read.BaselineFile);
        Verdict? then = revision is null ? null : VerdictAt(revision, git!, options, resolves, audit);

        ProjectMending? mending = request is null ? null : ProjectMending.Run(read, reader.Texts, request.Most, Check);
        if (mending is not null && request!.Shows) return Show(mending, options);
        if (mending is not null) FileRewriting.Write(Invocation.Host, mending.Changed.Select(file => (file.Path, file.After)));
        (Compilation compilation, Verdict verdict) = mending?.Checked ?? Watch(options, Check);
        bool fails = Known.AreTooMany(verdict, options, Invocation) || verdict.Fails(read.FailOn);
        var facts = new RunFacts
        {
            Command = Name,
            WorkingDirectory = Invocation.WorkingDirectory,
            Input = read.Input,
            Manifests = [.. read.Manifests.Select(manifest => new ReadManifest(manifest.Component, manifest.Path))],
            Rules = read.RulesOf(compilation.Phases),
            Phases = compilation.Phases,
            Skipped = compilation.Resolved is not null ? []
                : [new(Phase.Resolve, resolves ? "no search directories are known" : "--no-resolve was given")],
            FailOn = read.FailOn,
            Fixes = mending?.Facts,
            HasBaseline = before is not null,
            ShowSuppressed = Known.ShowsSuppressed(options),
            ExitCode = fails ? ExitCode.Findings : ExitCode.Done,
        };
        output.Write(facts, verdict);
        audit?.Cache?.Save();
        return facts.ExitCode.Value;

        CheckedTexts Check()
        {
            // The workspace file may be among what was mended.
            if (read.Workspace is { } workspace && reader.ReadText(workspace.Source.Name) != workspace.Source) read = inputs.Read(options, reader);
            CheckedState state = CheckedState.Of(read, reader, shown, resolves, audit);
            Verdict judged = before?.Hide(state.Verdict, state.Policy, state.Scope) ?? state.Verdict;
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
}
