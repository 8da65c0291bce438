using System.CommandLine;
using System.IO.Abstractions;
using ManifestLinker.Compiler.Baselines;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Baselines;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc baseline</c>: writes down what is found today, so that tomorrow only what is new is shown.</summary>
internal sealed class BaselineCommand() : CommandBase(
    "baseline",
    "Write the findings of today to a file, for mlc check --baseline to hide. An existing one is never made longer by the way.",
    "mlc baseline -o known.json && mlc check --baseline known.json")
{
    private const string DefaultFile = "mlc-baseline.json";

    private readonly ManifestOptions inputs = new();

    private readonly Option<string?> output = ProjectOptions.Single("-o", "FILE", $"The file; else the workspace's, else {DefaultFile}.");

    private readonly Option<bool> update = new("--update") { Description = "Take out of an existing baseline what is found no more, and add nothing." };

    private readonly Option<bool> force = new("--force") { Description = "Write all that is found, in place of an existing baseline." };

    private readonly ProjectOptions project = new();

    protected override void AddTo(Command command)
    {
        inputs.AddTo(command);
        command.Add(output);
        command.Add(update);
        command.Add(force);
        project.AddTo(command, renders: false);
    }

    protected override int Run(ParseResult options)
    {
        if (options.GetValue(update) && options.GetValue(force))
            throw new UsageException("--update and --force exclude each other", "--update takes out, --force writes all anew");
        IFileSystem files = Invocation.Host.Files;
        var reader = new ProjectReader(Invocation, options, Global, project);
        LinkProject read = inputs.Read(options, reader);
        string file = options.GetValue(output) ?? read.BaselineFile ?? DefaultFile;
        Baseline? old = options.GetValue(update) ? BaselineOptions.Read(files, file) : null;
        if (old is null && files.File.Exists(file) && !options.GetValue(force))
            throw new UsageException($"{file} is there already", "--update takes out what is found no more, --force writes all anew");

        CheckedState now = CheckedState.Of(read, reader, Invocation, inputs.Resolves(options));
        Verdict verdict = now.Verdict;
        Baseline written = old?.Shrunk(verdict.Findings, now.Policy, now.Scope) ?? Baseline.Of(verdict.Findings, now.Policy);
        WholeFile.Write(files, file, BaselineFile.Write(written));
        if (!options.GetValue(Global.Quiet)) Write(Said(file, written, old, verdict));
        return ExitCode.Done;
    }

    private static string Said(string file, Baseline written, Baseline? old, Verdict verdict)
    {
        string counted = FormattableString.Invariant($"{file}: {written.Count} finding{(written.Count == 1 ? "" : "s")}");
        if (old is not null) return FormattableString.Invariant($"{counted}, {old.Count - written.Count} fewer than before\n");
        long locked = verdict.Findings.Count - written.Count;
        return locked == 0 ? counted + "\n" : FormattableString.Invariant($"{counted}; {locked} of locked rules cannot be listed\n");
    }
}
