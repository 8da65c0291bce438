using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Permissions;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7106: A directory has the set-user-id or set-group-id bit.</summary>
public static class SetidOnDirectory
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7106",
        Name = "setid-on-directory",
        Severity = Severity.Error,
        Fix = FixSafety.Offered,
        Phase = Phase.Semantics,
        Summary = "A directory has the set-user-id or set-group-id bit.",
        Explanation =
            "Set-user-id means nothing on a directory; set-group-id makes new files take its group. In the real "
            + "manifests the one case, usr/libexec at 07555, is a slip that has shipped since 2011. Where it is meant, "
            + "the directory is listed under [[setid]] in mlc.toml with its mode, owner and group.",
        Bad = "d usr/libexec 07555 root bin",
        Good = "d usr/libexec 0755 root bin",
    };

    /// <summary>Finds those of <paramref name="directories"/> with a set-id bit, which are the ones that <paramref name="reviews"/> do not cover.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<DirectoryEntry> directories, SetidReviews reviews) => directories
        .Where(entry => entry.Mode.HasAny(Mode.SetIds))
        .Select(entry => reviews.Of(entry.Path) is { } listing
            ? SetidNotAllowlisted.Differs(Rule, entry, listing)
            : Permission.At(
                Rule, entry, $"directory '{entry.Path}' has the mode {entry.Mode}, with a set-id bit",
                $"write {Without(entry.Mode)}, or excuse it with a reason") with
            {
                Fixes = [.. Readings(entry).Select(mode => Fix.Of(FixSafety.Offered, $"write {mode}", Edit.Replace(entry.Origin.Mode, mode.ToString())))],
            });

    // Of five digits, one of the first two is one too many, or the last.
    private static IEnumerable<Mode> Readings(DirectoryEntry entry)
    {
        yield return Without(entry.Mode);
        if (entry.Origin.Mode.Chars is [_, _, _, _, _] digits && Mode.TryParse(digits[..4], out Mode mode) && mode.Bits >> 9 == 0) yield return mode;
    }

    // All three high bits at once are a digit that slipped; the sticky bit by itself is meant.
    private static Mode Without(Mode mode) => mode.Without(mode.Bits >> 9 == 7 ? Mode.SetIds | Mode.Sticky : Mode.SetIds);
}
