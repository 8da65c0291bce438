using System.Runtime.InteropServices;
using CsCheck;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tests.Cases;

namespace ManifestLinker.Compiler.Tests.Resolve;

/// <summary>
/// The walk against the kernel. Linux follows 40 links and illumos 20, so a second implementation stands between the two: with
/// the one limit it must agree with the kernel, with the other one with the product.
/// </summary>
public sealed class PathWalkerTests
{
    private const int LinuxMaxLinks = 40;

    private static readonly Gen<(RandomLinkTree Tree, string[] Texts)> TreeAndTexts = Gen.Select(RandomLinkTree.Any, RandomLinkTree.Text.Array[12]);

    [Fact]
    public void The_walk_is_that_of_the_second_implementation() => TreeAndTexts.Sample(
        sample =>
        {
            foreach ((string start, string text) in Questions(sample))
                Walked(sample.Tree, start, text).Should().Be(
                    ReferenceWalk.Follow(sample.Tree.Objects, start, text, PathWalker.MaxLinks), "{0} from {1}", text, start);
        },
        iter: 3000);

    [ChrootFact]
    public void The_second_implementation_is_the_kernels() => TreeAndTexts.Sample(
        sample =>
        {
            using var directory = new TemporaryDirectory();
            sample.Tree.Build(directory.Path);
            Dictionary<string, string> paths = sample.Tree.Objects.Keys.ToDictionary(
                path => Checked.Host.Status(directory.At(path))!.Value.Inode.ToString(), path => "/" + path);
            Chroot.Prepare(directory.Path);
            (string Start, string Text)[] questions = [.. Questions(sample)];
            string[] answers = Chroot.Follow(
                directory.Path, [.. questions.Select(ask => ask.Text.StartsWith('/') ? ask.Text : $"/{ask.Start}/{ask.Text}")]);
            foreach (((string start, string text), string answer) in questions.Zip(answers))
                ReferenceWalk.Follow(sample.Tree.Objects, start, text, LinuxMaxLinks).Should().Be(
                    paths.GetValueOrDefault(answer, answer), "{0} from {1}", text, start);
        },
        iter: 120,

        // A program that is being copied in one thread while another starts one cannot be run ("text file busy").
        threads: 1);

    // What a search directory gives out: the very object the kernel would open, with the directory as its root.
    [Fact]
    public void A_search_directory_finds_what_the_walk_finds_and_never_leaves_itself() => RandomLinkTree.Any.Sample(
        tree =>
        {
            using var directory = new TemporaryDirectory();
            tree.Build(directory.Path);
            var search = new SearchDirectory(Checked.Host, "proto", directory.Path);
            foreach (string path in tree.Objects.Keys.Concat(["x", "a/x", "a/b/x", "b/a", "c/a/b", "a/b/c/a"]))
            {
                // The directories above an object are looked up by themselves, and their links counted by themselves.
                string expected = ReferenceWalk.Follow(tree.Objects, "", path, PathWalker.MaxLinks);
                if (expected == "ELOOP" && ReferenceWalk.Follow(tree.Objects, "", path, 10 * PathWalker.MaxLinks) != "ELOOP") continue;
                ProtoObject? found = search.Find(ImagePath.Parse(path), follow: true);
                (found is null ? "" : "/" + found.RealPath).Should().Be(expected.StartsWith('/') ? expected : "", path);
                if (found is null) continue;
                found.HostPath.Should().Be(found.RealPath.IsRoot ? directory.Path : directory.At(found.RealPath.Text));
                RealPath(found.HostPath).Should().Be(RealPath(directory.Path) + (expected == "/" ? "" : expected));
                found.ThroughLink.Should().Be(expected != "/" + path, path);
            }
        },
        iter: 300);

    [Fact]
    public void The_image_is_followed_by_the_same_walk() => RandomLinkTree.Any.Sample(
        tree =>
        {
            string manifest = string.Concat(tree.Objects.Where(pair => pair.Key.Length > 0).Select(pair => pair.Value switch
            {
                null => $"d {pair.Key} 0755 root bin\n",
                "" => $"f {pair.Key} 0444 root bin\n",
                string target => $"s {pair.Key}={target}\n",
            }));
            Dictionary<string, string> said = Checked.Findings(manifest)
                .Where(finding => finding.Rule.Id is "MLC7001" or "MLC7002" or "MLC7010")
                .ToDictionary(finding => finding.Subject!.Path, finding => finding.Rule.Id);
            foreach ((string path, string? target) in tree.Objects)
            {
                if (string.IsNullOrEmpty(target)) continue;
                string expected = ReferenceWalk.Follow(tree.Objects, "", path, PathWalker.MaxLinks);
                string[] right = expected switch { "ELOOP" => ["MLC7002"], "ENOENT" => ["MLC7001"], "ENOTDIR" => ["MLC7001", "MLC7010"], _ => [""] };
                right.Should().Contain(said.GetValueOrDefault(path, ""), "{0}={1}", path, target);
            }
        },
        iter: 1000);

    private static IEnumerable<(string Start, string Text)> Questions((RandomLinkTree Tree, string[] Texts) sample)
    {
        foreach ((string path, string? target) in sample.Tree.Objects)
            if (!string.IsNullOrEmpty(target)) yield return (ImagePath.Parse(path).Parent.Text, target);
        string[] directories = [.. sample.Tree.Objects.Where(pair => pair.Value is null).Select(pair => pair.Key)];
        for (int i = 0; i < sample.Texts.Length; i++) yield return (directories[i % directories.Length], sample.Texts[i]);
    }

    private static string Walked(RandomLinkTree tree, string start, string text)
    {
        Walk walk = PathWalker.Follow(ImagePath.Parse(start), text, path => !tree.Objects.TryGetValue(path.Text, out string? what)
            ? new Waypoint(StepKind.Missing)
            : what switch
            {
                null => new Waypoint(StepKind.Directory),
                "" => new Waypoint(StepKind.Other),
                _ => new Waypoint(StepKind.Link, what),
            });
        return walk.End switch
        {
            WalkEnd.Missing => "ENOENT",
            WalkEnd.NotADirectory => "ENOTDIR",
            WalkEnd.Loop => "ELOOP",
            _ => "/" + walk.Path,
        };
    }

    private static string RealPath(string path)
    {
        nint found = RealPath(path, 0);
        found.Should().NotBe(0);
        try
        {
            return Marshal.PtrToStringUTF8(found)!;
        }
        finally
        {
            Marshal.FreeHGlobal(found);
        }
    }

    [DllImport("libc", EntryPoint = "realpath", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint RealPath([MarshalAs(UnmanagedType.LPUTF8Str)] string path, nint buffer);
}
