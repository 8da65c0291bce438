using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC3005: The hard links of the manifests are not those of the proto area.</summary>
public static class HardlinkSetDiffers
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC3005",
        Name = "hardlink-set-differs",
        Severity = Severity.Warning,
        Phase = Phase.Resolve,
        Fix = FixSafety.Unsafe,
        Summary = "The hard links of the manifests are not those of the proto area.",
        Explanation =
            "A name that is a file of its own in the proto area, or is not there any more, would ship as another name of something else; "
            + "two files that are one in the proto area take their space twice. Which name is the file and which the link does "
            + "not matter, only which names belong together. Names are compared within one search directory and one file system; a copy with "
            + "the same bytes counts as a link, because unpacking a proto area may lose its links, and a directory that has none of the "
            + "links tells nothing. Of today's tools only tzcheck compares inodes, and only for time zones.",
        Bad = "h usr/bin/vi=usr/bin/ex                (proto/usr/bin/vi is a program of its own)",
        Good = "f usr/bin/vi 0555 root bin",
    };

    /// <summary>
    /// <paramref name="link"/> is <paramref name="found"/>, not another name of <paramref name="end"/>, but of <paramref name="name"/>; null
    /// where the image has no name of it.
    /// </summary>
    public static Finding Apart(HardLinkEntry link, FileEntry end, ProtoObject found, ImagePath? name)
    {
        bool alone = found.Status.Links < 2;
        string what = name is { } known ? $"of '{known}'" : alone ? "a file of its own" : "of something that nobody delivers";
        string? line = name is { } right ? $"h {link.Path}={right}" : alone ? $"f {link.Path} {end.Mode} {end.Owner} {end.Group}" : null;
        return At(link, $"hard link '{link.Path}' is not another name of '{end.Path}' in {found.Directory}, but {what}", end.Path, found) with
        {
            Help = line is null ? "deliver its other name, and make it a hard link to that" : $"to deliver it as it is there, write: {line}",
            Fixes = line is null ? [] : [Fix.Of(FixSafety.Unsafe, "deliver it as it is there", Rewrite(link.Origin, link.Origin.Target.End, line))],
        };
    }

    /// <summary><paramref name="link"/> is not in the directory that has <paramref name="source"/>, what it is another name of.</summary>
    public static Finding Absent(HardLinkEntry link, ImagePath end, ProtoObject source) =>
        At(link, $"hard link '{link.Path}' is not in {source.Directory}, which has '{end}'", end, source) with
        {
            Help = "if the name is gone, delete the line",
            Fixes = [Fix.Of(FixSafety.Unsafe, "delete the line", Edit.DeleteLine(link.Origin.Path.Source, link.Origin.Path.Line))],
        };

    /// <summary><paramref name="first"/> and <paramref name="other"/> are one file, <paramref name="found"/>.</summary>
    public static Finding Together(FileEntry first, FileEntry other, ProtoObject found)
    {
        bool alike = !first.DifferencesFrom(other).Any();
        string line = $"h {other.Path}={first.Path}";
        return At(other, $"file '{other.Path}' is another name of '{first.Path}' in {found.Directory}", first.Path, found) with
        {
            Help = alike ? $"to deliver it once, write: {line}" : "one file cannot have two modes or owners: make the two lines agree, or excuse it with a reason",
            Related = [new("the other name is declared here", first.Origin.PathLocation)],
            Fixes = alike ? [Fix.Of(FixSafety.Unsafe, $"make it a hard link to {first.Path}", Rewrite(other.Origin, other.Origin.Group.End, line))] : [],
        };
    }

    private static Finding At(Entry entry, string message, ImagePath end, ProtoObject found) => Finding.Of(Rule, message, entry.Origin.PathLocation) with
    {
        Subject = Subject.Of(entry),
        Detail = [new("directory", found.Directory), new("target", end.Text)],
        DetailKey = end.Text,
    };

    // From the letter of the line to the last of its fields, so that a comment stays.
    private static Edit Rewrite(Origin origin, int end, string line)
    {
        Grammar.Source.SourceLine whole = origin.Path.SourceLine;
        int start = whole.Start + whole.Chars.IndexOfAnyExcept(' ', '\t');
        return new(whole.Source, start, end - start, line);
    }
}
