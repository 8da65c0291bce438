using System.CommandLine;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Linker.Compare;
using ManifestLinker.Linker.Open;
using ManifestLinker.Runtime.Differences;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc diff</c>: what differs between two images?</summary>
internal sealed class DiffCommand() : CommandBase(
    "diff",
    "Compare two images, object by object: what was added, removed, moved and changed, whether they do the same, where the size went, and what of it should worry.",
    "mlc diff output/platform-20260101T000000Z output/platform-latest")
{
    private readonly Argument<string> old = new("OLD") { Description = "The older image, as for mlc ls." };
    private readonly Argument<string> now = new("NEW") { Description = "The newer image." };
    private readonly ImageLimit limit = new();

    private readonly Option<bool> raw = new("--raw")
    {
        Description = "Take both as they are: a platform as a directory, a boot archive without the /usr in it.",
    };

    private readonly Option<bool> noOwners = new("--no-owners")
    {
        Description = "Do not compare owners and groups: of what somebody unpacked without privilege they say nothing.",
    };

    private readonly Option<string[]> manifests = ProjectOptions.Repeated(
        "-m", "MANIFEST", "A manifest, or a directory of them, for the sizes by component; else the components of the workspace.", "--manifest");

    private readonly Option<string> fileGrowth = Growth("--max-file-growth", "25%", "How much a file may grow");
    private readonly Option<string> imageGrowth = Growth("--max-image-growth", "5%", "How much all files together may grow");

    private readonly ProjectOptions project = new();

    protected override void AddTo(Command command)
    {
        command.Add(old);
        command.Add(now);
        command.Add(raw);
        limit.AddTo(command);
        command.Add(noOwners);
        command.Add(manifests);
        command.Add(fileGrowth);
        command.Add(imageGrowth);
        project.Format.Description = $"How the difference is written: {DifferenceFormats.Names}; text where it is not given. All but text, json, markdown and html are the findings alone.";
        project.Output.Description = "Write the difference to a file, too, in any of these formats; may be given again.";
        project.AddTo(command);
    }

    protected override int Run(ParseResult options)
    {
        var output = new DifferenceOutput(Invocation, options, Global, project);
        GrowthLimit mostFile = ReadGrowth(options, fileGrowth);
        GrowthLimit mostImage = ReadGrowth(options, imageGrowth);
        var reader = new ProjectReader(Invocation, options, Global, project);
        DeliveredRuling ruling = reader.ReadDeliveredRuling();
        PassReporter reporter = Reporter(options);

        Union? union = reporter.Pass("read the manifests", 0, _ => ReadUnion(options, reader));
        OpenedImage before = reporter.Pass("open the older image", 0, _ => Open(options, old));
        OpenedImage after = reporter.Pass("open the newer image", 0, _ => Open(options, now));
        TreeDifference difference = reporter.Pass("compare", TreeComparison.Work(before.Tree, after.Tree), advance => TreeComparison.Compare(
            before.Tree,
            after.Tree,
            new ComparisonOptions
            {
                Owners = !options.GetValue(noOwners),
                // A compressed /usr that is not shown itself is a file like any other.
                Derived = before.Root is null || after.Root is null ? [ruling.Profile.ShippedManifest] : [.. ruling.Profile.AddedAfterListing],
                Spool = () => ImageArguments.Spool(Invocation),
                Jobs = Global.JobsOf(options),
            },
            advance,
            Invocation.Cancel));
        Verdict verdict = reporter.Pass("judge", 0, _ => ruling.Policy.Judge(
            DifferenceFindings.Of(difference, new JudgedDifference
            {
                Profile = ruling.Profile,
                MostFileGrowth = mostFile,
                MostImageGrowth = mostImage,
                ComponentOf = path => ComponentOf(union, path),
            })));
        output.Write(new DifferenceReport
        {
            OldName = options.GetValue(old)!,
            NewName = options.GetValue(now)!,
            Difference = difference,
            Verdict = verdict,
            Run = Facts(options, ruling, verdict),
            Components = union is null ? null : AreaSize.Of(difference, path => ComponentOf(union, path) ?? "(none)"),
            Directories = AreaSize.Of(difference, AreaSize.DirectoryOf),
        });
        if (options.GetValue(Global.Time)) reporter.WriteTable();
        return verdict.Fails(ruling.FailOn) ? ExitCode.Findings : ExitCode.Done;
    }

    private RunFacts Facts(ParseResult options, DeliveredRuling ruling, Verdict verdict) => new()
    {
        Command = "diff",
        WorkingDirectory = Invocation.WorkingDirectory,
        Input = options.GetValue(now)!,
        Rules = ruling.RulesOf([Phase.Compare]),
        Phases = [Phase.Compare],
        FailOn = ruling.FailOn,
        Quiet = options.GetValue(Global.Quiet),
        ExitCode = verdict.Fails(ruling.FailOn) ? ExitCode.Findings : ExitCode.Done,
    };

    private OpenedImage Open(ParseResult options, Argument<string> image) =>
        ImageArguments.Opener(Invocation, options.GetValue(raw), limit.Of(options)).Open(options.GetValue(image)!, Invocation.Cancel);

    // What is wrong with the manifests is not asked here.
    private Union? ReadUnion(ParseResult options, ProjectReader reader)
    {
        string[] given = options.GetValue(manifests)!;
        return given.Length > 0 || reader.ReadWorkspace()?.Components.Count > 0
            ? reader.Read(given, []).Compile(reader, Invocation, Winner.First, resolve: false).Union
            : null;
    }

    private static string? ComponentOf(Union? union, ImagePath path) => union?.Find(path)?.Origin.Component;

    private static Option<string> Growth(string name, string most, string description) => new(name)
    {
        HelpName = "LIMIT",
        Description = $"{description}, in bytes (16MiB) or hundredths of what it was (25%); {most} where it is not given.",
        DefaultValueFactory = _ => most,
    };

    private static GrowthLimit ReadGrowth(ParseResult options, Option<string> option)
    {
        string text = options.GetValue(option)!;
        return GrowthLimit.Parse(text) ?? throw new UsageException($"{option.Name} {text}: no limit", "write 25%, or a number of bytes such as 65536, 512KiB or 16MiB");
    }
}
