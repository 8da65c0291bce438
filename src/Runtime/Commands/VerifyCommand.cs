using System.CommandLine;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Compare;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Mtree;
using ManifestLinker.Linker.Open;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Verify;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc verify</c>: is an image what it should be?</summary>
internal sealed class VerifyCommand() : CommandBase(
    "verify",
    "Prove an image: the structure of every file system in it, the parts of a platform against each other, and the contents against a listing.",
    "mlc verify output/platform-latest --spec output/platform-20260101T000000Z.spec")
{
    private readonly ImageArguments image = new();
    private readonly Option<string?> spec = ProjectOptions.Single("--spec", "FILE", "Compare with this mtree(5) listing. Without one, and without --md5, PREFIX.spec beside a platform PREFIX or PREFIX.tgz is used, if there is one.");
    private readonly Option<string?> md5 = ProjectOptions.Single("--md5", "FILE", "Compare with this list of MD5 digests. Without any listing, the one in the image is used.");
    private readonly Option<string?> tgz = ProjectOptions.Single("--tgz", "FILE", "Compare a platform directory with this archive of it.");
    private readonly ProjectOptions project = new();

    protected override void AddTo(Command command)
    {
        image.AddTo(command);
        command.Add(spec);
        command.Add(md5);
        command.Add(tgz);
        command.Add(project.Format);
        command.Add(project.Output);
        command.Add(project.FailOn);
    }

    protected override int Run(ParseResult options)
    {
        var output = new FindingsOutput(Invocation, options, Global, project);
        PassReporter reporter = Reporter(options);
        int jobs = Global.JobsOf(options);
        Profile profile = SmartOs.Profile;
        OpenedImage opened = reporter.Pass("open", 0, _ => image.Open(options, Invocation));
        var findings = new List<Finding>();
        findings.AddRange(reporter.Pass("check the structure", 0, _ => StructureCheck.Check(opened.Parts, jobs, Invocation.Cancel).ToArray()));
        findings.AddRange(reporter.Pass("check the parts", 0, _ => PlatformCheck.Check(opened, profile).ToArray()));
        findings.AddRange(reporter.Pass("compare with the archive", 0, _ => CompareArchive(options, opened, jobs).ToArray()));
        findings.AddRange(reporter.Pass("compare the contents", 0, _ => Compare(options, opened, profile, jobs).ToArray()));
        Severity? failOn = ReadFailOn(options);
        Verdict verdict = new Policy().Judge(findings);
        var facts = new RunFacts
        {
            Command = "verify",
            WorkingDirectory = Invocation.WorkingDirectory,
            Input = image.Of(options),
            Rules = [.. RuleTable.All.Where(rule => rule.Phase == Phase.Verify)],
            Phases = [Phase.Verify],
            FailOn = failOn,
            ExitCode = verdict.Fails(failOn) ? ExitCode.Findings : ExitCode.Done,
        };
        output.Write(facts, verdict);
        if (options.GetValue(Global.Time)) reporter.WriteTable();
        return facts.ExitCode.Value;
    }

    // Any difference fails; extra objects are no more than a warning in the rule table.
    private Severity? ReadFailOn(ParseResult options)
    {
        if (options.GetValue(project.FailOn) is not { } word) return Severity.Warning;
        return Workspace.FailOn.TryParse(word, out Workspace.FailOn failOn)
            ? failOn.Threshold
            : throw new UsageException($"--fail-on {word}: no such level", $"one of {string.Join(", ", Workspace.FailOn.Words)}");
    }

    private IEnumerable<Finding> Compare(ParseResult options, OpenedImage opened, Profile profile, int jobs)
    {
        string? md5File = options.GetValue(md5);
        string? specFile = options.GetValue(spec) ?? (md5File is null ? SpecBeside(options, opened) : null);
        Inode? own = opened.Tree.Find(profile.ShippedManifest) is { Kind: FileKind.Regular } shipped ? shipped : null;
        if (specFile is null && md5File is null && own is null) return [];
        IReadOnlyDictionary<Inode, FileDigests> digests = ContentDigests.Of(opened.Tree, jobs, Invocation.Cancel);
        var findings = new List<Finding>();
        if (specFile is not null)
        {
            (IReadOnlyList<MtreeEntry> entries, IReadOnlyList<ListingProblem> problems) = MtreeReader.Read(EscapedUtf8.Decode(Read(specFile)));
            findings.AddRange(problems.Select(problem => Unreadable(specFile, problem)));
            findings.AddRange(SpecComparison.Compare(opened.Tree, entries, digests));
        }
        string listName = md5File ?? profile.ShippedManifest.Text;
        byte[]? list = md5File is not null ? Read(md5File) : specFile is null ? own?.Content.ToArray() : null;
        if (list is not null)
        {
            (IReadOnlyList<Md5Entry> entries, IReadOnlyList<ListingProblem> problems) = Md5List.Parse(list);
            findings.AddRange(problems.Select(problem => Unreadable(listName, problem)));
            findings.AddRange(Md5Comparison.Compare(opened.Tree, entries, digests, profile, unmounted: image.IsRaw(options) && opened.Tree.Find(profile.CompressedUsr) is not null));
        }
        return findings;
    }

    // Who keeps the listing that the link made beside the platform means it to be compared; what is used unasked is said.
    private string? SpecBeside(ParseResult options, OpenedImage opened)
    {
        if (opened.Platform is null || ListingBeside.Of(Invocation.Host.Files, image.Of(options)) is not { } beside) return null;
        if (!options.GetValue(Global.Quiet)) Invocation.Error.WriteLine($"mlc: the contents are compared with {VisibleText.Of(beside)}");
        return beside;
    }

    private IEnumerable<Finding> CompareArchive(ParseResult options, OpenedImage opened, int jobs)
    {
        if (options.GetValue(tgz) is not { } file) return [];
        if (opened.Platform is not { } folder) throw new UsageException($"--tgz {file}: {image.Of(options)} is no platform directory", "name the directory that the archive was made of");
        if (ImageArguments.Opener(Invocation, raw: false, image.Limit(options)).Open(file, Invocation.Cancel).Platform is not { } archive)
            throw new InvalidDataException($"{file} is no archive of a platform");
        return ArchiveComparison.Compare(folder, archive, new ComparisonOptions { Spool = () => ImageArguments.Spool(Invocation), Jobs = jobs }, Invocation.Cancel);
    }

    private byte[] Read(string file)
    {
        if (!Invocation.Host.Files.File.Exists(file)) throw new FileNotFoundException($"{file}: no such file or directory", file);
        return FileBytes.Of(Invocation.Host.Files, file).ToArray();
    }

    private static Finding Unreadable(string file, ListingProblem problem) =>
        Finding.Of(ListingSyntax.Rule, $"{file}:{problem.Line}: {problem.Message}") with { DetailKey = $"{file}:{problem.Message}" };
}
