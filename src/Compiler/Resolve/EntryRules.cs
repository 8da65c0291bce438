using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Manual;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Permissions;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>What is found by comparing the entries of all manifests, before any object is looked up.</summary>
internal static class EntryRules
{
    /// <summary>The findings of every rule about <paramref name="union"/>. No pass changes anything, so they run side by side.</summary>
    public static IEnumerable<Finding> Check(CompilationInput input, Union union, ImageNamespace image, AccountTables accounts)
    {
        Profile profile = input.Profile;
        var reviews = new SetidReviews(profile.Setids);
        ImagePath[] mountPoints = [profile.Usr.MountPoint];
        IReadOnlyList<Func<IEnumerable<Finding>>> passes =
        [
            () => LinkCheck.Check(union, image, profile, new BuildTree(input.BuildTrees, profile)),
            () => PermissionCheck.Check(union, profile, reviews, input.IsWhole),
            () => JunkFile.Check(union, profile),
            () => ForbiddenPath.Check(union, profile),
            () => MissingParent.Check(union),
            () => ParentNotDir.Check(union, image),
            () => ShadowedByMountpoint.Check(union, profile),
            () => AttrPolicy.Check(union, profile.Expectations, reviews),
            () => UnknownOwner.Check(union, accounts),
            () => UnknownGroup.Check(union, accounts),
            () => input.Counts(CaseCollision.Rule) ? CaseCollision.Check(union) : [],
            () => HardlinkTargetUndeclared.Check(union),
            () => HardlinkCrossFilesystem.Check(union, mountPoints),
            () => HardlinkToSymlink.Check(union, image),
            () => SixtyFourLinkMissing.Check(union),
            () => DeliveredPages.Check(union, profile.Manual),
        ];
        return SideBySide.Run<Finding[]>([.. passes.Select<Func<IEnumerable<Finding>>, Func<Finding[]>>(pass => () => [.. pass()])], union.Entries.Count)
            .SelectMany(found => found);
    }
}
