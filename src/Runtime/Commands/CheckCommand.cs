using System.CommandLine;
using System.Globalization;
using System.IO.Abstractions;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Baselines;
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

    private readonly ProjectOptions project = new();

    protected override void AddTo(Command command)
    {
        inputs.AddTo(command);
        baseline.AddTo(command);
        command.Add(maxNew);
        command.Add(showSuppressed);
        command.Add(index);
        command.Add(since);
        project.AddTo(command);
    }

    protected override int Run(ParseResult options)
    {
        var output = new FindingsOutput(Invocation, options, Global, project);
        string? revision = options.GetValue(since);
        bool isIndex = options.GetValue(index);
        using GitRepository? git = isIndex || revision is not null ? GitRepository.Open(Invocation) : null;
        bool resolves = inputs.Resolves(options);
        CheckedState now = StateIn(isIndex ? Invocation with { Host = git!.Index() } : Invocation, options, resolves);
        Verdict verdict = now.Verdict;
        if (baseline.Read(options, now.Files, now.Project) is { } known) verdict = known.Hide(verdict, now.Policy, now.Scope);
        if (revision is not null) verdict = verdict.Since(VerdictAt(revision, git!, options, resolves));
        var facts = new RunFacts
        {
            Command = "check",
            WorkingDirectory = Invocation.WorkingDirectory,
            Phases = now.Compilation.Phases,
            Skipped = now.Compilation.Resolved is not null ? []
                : [new(Phase.Resolve, resolves ? "no search directories are known" : "--no-resolve was given")],
            FailOn = now.Project.FailOn,
            ShowSuppressed = options.GetValue(showSuppressed),
        };
        output.Write(facts, verdict);
        return IsTooMany(verdict.CountNew, options.GetValue(maxNew)) || verdict.Fails(now.Project.FailOn) ? ExitCode.Findings : ExitCode.Done;
    }

    private CheckedState StateIn(Invocation invocation, ParseResult options, bool resolves)
    {
        var reader = new ProjectReader(invocation, options, Global, project);
        return CheckedState.Of(inputs.Read(options, reader), reader, invocation, resolves);
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
