using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Permissions;
using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7103: A set-id file is not on the list of those that were reviewed.</summary>
public static class SetidNotAllowlisted
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7103",
        Name = "setid-not-allowlisted",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Summary = "A set-id file is not on the list of those that were reviewed.",
        Explanation =
            "A set-user-id or set-group-id program runs with the rights of its owner or group, whoever starts it; a fault "
            + "in it is everybody's way to them. So each is reviewed once, and listed with its mode, owner and group: the "
            + "profile lists those that illumos means to be so, and [[setid]] in mlc.toml adds to them. One that is listed "
            + "with other attributes was not reviewed as it is. A listing in mlc.toml that no set-id object answers to is "
            + "a warning: it would let one in that nobody has looked at. Today nothing looks at these bits.",
        Bad = "f usr/bin/frob 4555 root bin",
        Good = "f usr/bin/frob 0555 root bin",
    };

    /// <summary>Finds those of <paramref name="files"/> with a set-id bit, which are the ones that <paramref name="reviews"/> do not cover.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<FileEntry> files, SetidReviews reviews) => files
        .Where(file => file.Mode.HasAny(Mode.SetIds))
        .Select(file => reviews.Of(file.Path) is { } listing ? Differs(Rule, file, listing) : Unlisted(file));

    /// <summary><paramref name="entry"/> is not as <paramref name="listing"/> says; of <paramref name="rule"/>.</summary>
    internal static Finding Differs(Rule rule, NodeEntry entry, SetidListing listing)
    {
        string otherwise = string.Join(", ", listing.DifferencesOf(entry).Select(d => $"{d.Attribute} {d.There}, not {d.Here}"));
        return Permission.At(
            rule, entry, $"set-id {entry.TypeName} '{entry.Path}' is not as it was reviewed: {otherwise}",
            $"write {listing.Mode} {listing.Owner} {listing.Group}, or review it again") with
        {
            Related = listing.Place is { } place ? [new("reviewed here", place)] : [],
            DetailKey = $"{entry.Mode} {entry.Owner} {entry.Group}",
        };
    }

    /// <summary>Finds the listings of the workspace that nothing with a set-id bit answers to.</summary>
    public static IEnumerable<Finding> Unused(Union union, SetidReviews reviews) => reviews.Listings
        .Where(listing => listing.Place is not null && !(union.Find(listing.Path) is NodeEntry entry && entry.Mode.HasAny(Mode.SetIds)))
        .Select(listing => Finding.Of(Rule, $"nothing with a set-id bit is delivered at '{listing.Path}', which is listed as reviewed", listing.Place) with
        {
            Severity = Severity.Warning,
            Help = "delete the listing: it would let one in that nobody has looked at",
            DetailKey = $"unused {listing.Path}",
        });

    private static Finding Unlisted(FileEntry file) => Permission.At(
        Rule, file, $"set-id file '{file.Path}' ({file.Mode} {file.Owner} {file.Group}) is not on the list of those that were reviewed",
        $"write {file.Mode.Without(Mode.SetIds)}, or review it and list it under [[setid]]") with
    {
        DetailKey = $"{file.Mode} {file.Owner} {file.Group}",
    };
}
