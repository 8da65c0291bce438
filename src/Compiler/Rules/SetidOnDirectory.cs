using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

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
            + "manifests the one case, usr/libexec at 07555, is a slip that has shipped since 2011.",
        Bad = "d usr/libexec 07555 root bin",
        Good = "d usr/libexec 0755 root bin",
    };

    /// <summary>Finds the directories with a set-id bit.</summary>
    public static IEnumerable<Finding> Check(Union union) => union.Directories
        .Where(entry => (entry.Mode.Bits & Mode.SetIds) != 0)
        .Select(entry => Finding.Of(
            Rule,
            $"directory '{entry.Path}' has the mode {entry.Mode}, with a set-id bit",
            Location.Of(entry.Origin.Mode)) with
        {
            Help = $"write {Without(entry.Mode)}, or excuse it with a reason",
            Subject = Subject.Of(entry),
            Detail = [new("mode", entry.Mode.ToString())],
            DetailKey = entry.Mode.ToString(),
            Fixes = [.. Readings(entry).Select(mode => Fix.Of(FixSafety.Offered, $"write {mode}", Edit.Replace(entry.Origin.Mode, mode.ToString())))],
        });

    // Of five digits, one of the first two is one too many, or the last.
    private static IEnumerable<Mode> Readings(DirectoryEntry entry)
    {
        yield return Without(entry.Mode);
        if (entry.Origin.Mode.Chars is [_, _, _, _, _] digits && Mode.TryParse(digits[..4], out Mode mode) && mode.Bits >> 9 == 0) yield return mode;
    }

    // All three high bits at once are a digit that slipped; the sticky bit by itself is meant.
    private static Mode Without(Mode mode) => new(mode.Bits >> 9 == 7 ? mode.Bits & 0x1ff : mode.Bits & ~Mode.SetIds);
}
