using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Tests.Planted;

/// <summary>Faults of symbolic links: those that do not arrive, and those that go a way they should not. <c>~/b</c> is a file.</summary>
internal static class LinkFaults
{
    public static IEnumerable<Fault> All { get; } =
    [
        Link("a link to nothing", "none", BrokenSymlink.Rule),
        Link("a link through a file", "b/c", BrokenSymlink.Rule),
        Link("a link to itself", "a", SymlinkLoop.Rule),
        new("two links in a circle", at => at
            .Expect(SymlinkLoop.Rule, at.Put("s ~/a=b"), Place.Target, "a")
            .Expect(SymlinkLoop.Rule, at.Put("s ~/b=a"), Place.Target, "b")),
        Link("an absolute link", "/~/b", AbsoluteSymlink.Rule),
        Link("an absolute link to nothing", "/~/none", BrokenSymlink.Rule, AbsoluteSymlink.Rule),
        Link("a link above the root", "^../../~/b", SymlinkEscapesRoot.Rule),
        Link("a link above the root to nothing", "^../~/none", BrokenSymlink.Rule, SymlinkEscapesRoot.Rule),
        Link("a link into the proto area", "/build/smartos/proto/usr/lib/b", SymlinkToBuildTree.Rule),
        Link("a link to the software of others", "^opt/local/bin/perl", SymlinkOutsidePlatform.Rule),
        Link("an absolute link to the software of others", "/opt/local/bin/perl", AbsoluteSymlink.Rule, SymlinkOutsidePlatform.Rule),
        Link("a link with a detour by '.'", "./b", SymlinkNonminimal.Rule),
        Link("a link with a detour by '/'", "^/~/b", SymlinkNonminimal.Rule),
        Link("a link that asks for a directory", "b/", SymlinkTypeMismatch.Rule),
        new("a link to a link", at =>
        {
            at.Put("f ~/c 0444 root bin");
            at.Put("s ~/b=c");
            at.Expect(SymlinkChain.Rule, at.Put("s ~/a=b"), Place.Target, "a");
        }),
        new("a link that leaves another by '..'", at =>
        {
            at.Put("d ~/x 0755 root bin");
            at.Put("d ~/x/y 0755 root bin");
            at.Put("f ~/x/b 0444 root bin");
            at.Put("s ~/l=x/y");
            at.Expect(SymlinkThroughSymlinkDir.Rule, at.Put("s ~/a=l/../b"), Place.Target, "a");
        }),
        new("64-bit libraries without their link", at =>
        {
            at.Put("d ~/lib 0755 root bin");
            at.Put("f ~/lib/amd64/libz.so.1 0755 root bin");
            at.Expect(SixtyFourLinkMissing.Rule, at.Put("d ~/lib/amd64 0755 root bin"), Place.Path, "lib/64");
        }),
        new("a link to a version that is gone", at =>
        {
            at.Put("f ~/libz.so.2 0755 root bin");
            at.Expect(CompilationLinkDangling.Rule, at.Put("s ~/libz.so=libz.so.1"), Place.Target, "libz.so");
        }),
    ];

    // In a target, '^' goes up to the root.
    private static Fault Link(string name, string target, params Rule[] rules) => new(name, at =>
    {
        at.Put("f ~/b 0444 root bin");
        PlantedLine line = at.Put($"s ~/a={target.Replace("^", at.ToRoot, StringComparison.Ordinal)}");
        foreach (Rule rule in rules) at.Expect(rule, line, Place.Target, "a");
    });
}
