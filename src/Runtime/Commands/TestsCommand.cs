using System.CommandLine;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc tests</c>: the tarball of the tests.</summary>
internal sealed class TestsCommand() : TarballCommand(
    "tests",
    "Pack the tests, as smartos-live's Makefile does: tests-STAMP.tgz, of package manifests and manifests, with the list of its objects and the stamp.",
    "mlc tests --ips projects/illumos/usr/src/pkg/manifests/system-test-zfstest.p5m -o output proto .")
{
    // What smartos-live writes before all that it converts.
    private static readonly ImagePath ListPath = ImagePath.Parse("tests.manifest.gen"), StampPath = ImagePath.Parse("tests.buildstamp");

    private readonly Option<string[]> packages = ProjectOptions.Repeated("--ips", "FILE", "A package manifest of IPS to convert; may be given again.");

    protected override void AddOwnTo(Command command)
    {
        command.Add(packages);
        base.AddOwnTo(command);
    }

    protected override TreeRequest Read(ParseResult options, ProjectReader reader, IReadOnlyList<string> manifests, IReadOnlyList<string> search)
    {
        (LinkProject read, ConvertedPackages converted) = reader.ReadTarball(Name, workspace => workspace.Tests, manifests, options.GetValue(packages)!, search);
        return new TreeRequest(read) { Packages = converted, Made = Made };
    }

    private static IReadOnlyList<MadeFile> Made(Compilation compilation, BuildStamp stamp)
    {
        MadeFile list = File(ListPath, "the list of what the archive holds", "");
        MadeFile version = File(StampPath, "the build stamp", $"{stamp}\n");
        return [list with { Content = Bytes(MergedText.Of(compilation.Union.Entries.Where(IsDelivered), list.Line, version.Line)) }, version];
    }

    // What stands in the way of these two is reported, and not in the archive.
    private static bool IsDelivered(Entry entry) => !entry.Path.IsAtOrBelow(ListPath) && !entry.Path.IsAtOrBelow(StampPath);

    private static MadeFile File(ImagePath path, string what, string text) =>
        new(path, new Mode(0b100_100_100), "root", "sys", what, Bytes(text));

    private static MemoryBytes Bytes(string text) => new(EscapedUtf8.Encode(text));
}
