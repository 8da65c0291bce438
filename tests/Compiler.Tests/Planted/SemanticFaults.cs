using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Tests.Planted;

/// <summary>Faults of what lines say together: twice, without a parent, about nobody, in the wrong place.</summary>
internal static class SemanticFaults
{
    public static IEnumerable<Fault> All { get; } =
    [
        new("a file twice", at => Twice(at, DuplicateIdentical.Rule, Place.Path, "f ~/a 0444 root bin", "f ~/a 0444 root bin")),
        new("a symbolic link twice", at =>
        {
            at.Put("f ~/b 0444 root bin");
            Twice(at, DuplicateIdentical.Rule, Place.Path, "s ~/a=b", "s ~/a=b");
        }),
        new("a directory twice", at => Twice(at, RedundantDir.Rule, Place.Path, "d ~/a 0755 root bin", "d ~/a 0755 root bin")),
        new("a file with two modes", at => Twice(at, DuplicateConflict.Rule, Place.Mode, "f ~/a 0444 root bin", "f ~/a 0555 root bin")),
        new("a file with two owners", at => Twice(at, DuplicateConflict.Rule, Place.Owner, "f ~/a 0444 root bin", "f ~/a 0444 bin bin")),
        new("a file with two groups", at => Twice(at, DuplicateConflict.Rule, Place.Group, "f ~/a 0444 root bin", "f ~/a 0444 root sys")),
        new("a link with two targets", at =>
        {
            at.Put("f ~/b 0444 root bin");
            at.Put("f ~/c 0444 root bin");
            Twice(at, DuplicateConflict.Rule, Place.Target, "s ~/a=b", "s ~/a=c");
        }),
        new("a file that is a directory", at => Twice(at, TypeConflict.Rule, Place.Path, "f ~/a 0444 root bin", "d ~/a 0755 root bin")),
        new("a file that is a link", at =>
        {
            at.Put("f ~/b 0444 root bin");
            Twice(at, TypeConflict.Rule, Place.Path, "f ~/a 0444 root bin", "s ~/a=b");
        }),
        new("a directory with two modes", at => Twice(at, DirAttrConflict.Rule, Place.Mode, "d ~/a 0755 root bin", "d ~/a 0555 root bin")),
        new("a directory with two groups", at => Twice(at, DirAttrConflict.Rule, Place.Group, "d ~/a 0755 root bin", "d ~/a 0755 root sys")),
        new("no parent", at => at.Expect(MissingParent.Rule, at.Put("f ~/gone/a 0444 root bin"), Place.Path, "gone")),
        new("no parent, nor its parent", at =>
        {
            PlantedLine line = at.Put("f ~/gone/deep/a 0444 root bin");
            at.Expect(MissingParent.Rule, line, Place.Path, "gone").Expect(MissingParent.Rule, line, Place.Path, "gone/deep");
        }),
        new("a parent that is a file", at =>
        {
            at.Put("f ~/a 0444 root bin");
            at.Expect(ParentNotDir.Rule, at.Put("f ~/a/b 0444 root bin"), Place.Path, "a/b");
        }),
        new("a parent that is a link", at =>
        {
            at.Put("d ~/real 0755 root bin");
            at.Put("s ~/a=real");
            at.Expect(ParentNotDir.Rule, at.Put("f ~/a/b 0444 root bin"), Place.Path, "a/b");
        }),
        .. new[] { "roto", "nobody5", "4242" }.Select(owner => new Fault($"the owner '{owner}'", at =>
            at.Expect(UnknownOwner.Rule, at.Put($"f ~/a 0444 {owner} bin"), Place.Owner, "a"))),
        .. new[] { "bit", "wheel", "4242" }.Select(group => new Fault($"the group '{group}'", at =>
            at.Expect(UnknownGroup.Rule, at.Put($"d ~/a 0755 root {group}"), Place.Group, "a"))),
        new("two names that differ in case", at =>
        {
            at.Put("f ~/README 0444 root bin");
            at.Expect(CaseCollision.Rule, at.Put("f ~/readme 0444 root bin"), Place.Path, "readme");
        }),
        new("a file where nothing may be", at => at.ExpectAtLast(ForbiddenPath.Rule, Place.Path, $"tmp/{at.Key}", at.Put($"f tmp/{at.Key} 0444 root bin"))),
        .. new[] { "a.orig", "a.bak", "#a#", "core", "a.swp" }.Select(name => new Fault($"the name {name}", at =>
        {
            PlantedLine line = at.Put($"f ~/{name} 0444 root bin");
            at.Expect(JunkFile.Rule, line, Place.Path, name);
            if (name.Contains('#')) at.Expect(HashInsideLine.Rule, line, Place.Path, name);
        })),
        new("a hard link to nothing", at => at.Expect(HardlinkTargetUndeclared.Rule, at.Put("h ~/a=~/none"), Place.Target, "a")),
        new("a hard link to a directory", at =>
        {
            at.Put("d ~/b 0755 root bin");
            at.Expect(HardlinkTargetUndeclared.Rule, at.Put("h ~/a=~/b"), Place.Target, "a");
        }),
        new("hard links in a circle", at => at
            .Expect(HardlinkTargetUndeclared.Rule, at.Put("h ~/a=~/b"), Place.Target, "a")
            .Expect(HardlinkTargetUndeclared.Rule, at.Put("h ~/b=~/a"), Place.Target, "b")),
        new("a hard link into another file system", at =>
        {
            string target = at.At("").StartsWith("usr/", StringComparison.Ordinal) ? $"etc/{at.Key}" : $"usr/{at.Key}";
            at.Put($"f {target} 0444 root bin");
            at.Expect(HardlinkCrossFilesystem.Rule, at.Put($"h ~/a={target}"), Place.Target, "a");
        }),
        new("a hard link to a symbolic link", at =>
        {
            at.Put("f ~/b 0444 root bin");
            at.Put("s ~/c=b");
            at.Expect(HardlinkToSymlink.Rule, at.Put("h ~/a=~/c"), Place.Target, "a");
        }),
        new("a file that a mount hides", at => at.ExpectAtLast(ShadowedByMountpoint.Rule, Place.Path, $"opt/{at.Key}", at.Put($"f opt/{at.Key} 0444 root bin"))),
        new("a header with the mode of a page", at =>
            at.ExpectAtLast(AttrPolicy.Rule, Place.Mode, $"usr/include/{at.Key}.h", at.Put($"f usr/include/{at.Key}.h 0444 root bin"))),
        new("a header of the group sys", at =>
            at.ExpectAtLast(AttrPolicy.Rule, Place.Group, $"usr/include/{at.Key}.h", at.Put($"f usr/include/{at.Key}.h 0644 root sys"))),
    ];

    private static void Twice(Planting at, Rule rule, Place place, string first, string second) =>
        at.ExpectAtLast(rule, place, at.At("a"), at.Put(first), at.Put(second));
}
