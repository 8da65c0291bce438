using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5006: A search path names a directory twice.</summary>
public static class RunpathDuplicate
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5006",
        Name = "runpath-duplicate",
        Severity = Severity.Info,
        Phase = Phase.Audit,
        Summary = "A search path names a directory twice.",
        Explanation =
            "The second time nothing can be found that was not found the first time; each library that is not there costs one "
            + "more open. Directories are compared after links are followed, so /usr/lib/64 and /usr/lib/amd64 are one.",
        Bad = "(usr/bin/foo has DT_RUNPATH /usr/lib/foo:/usr/lib/foo)",
        Good = "(usr/bin/foo has DT_RUNPATH /usr/lib/foo)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment)
    {
        if (path.Segments.TakeWhile(other => other != segment).FirstOrDefault(other => AreSame(other, segment)) is not { } first) return null;
        string key = first.Text == segment.Text ? $"{segment.Text} {segment.Segment.Start}" : segment.Text;
        return path.At(Rule, first.Text == segment.Text ? $"names {segment.Quoted} twice" : $"names {segment.Quoted}, which is {first.Quoted} again", key) with
        {
            Help = "link it with one -R or -rpath for that directory",
        };
    }

    private static bool AreSame(LedSegment one, LedSegment other) => one.Text == other.Text
        || (one.Places.Count > 0 && one.Places.Count == other.Places.Count && one.Places.Zip(other.Places).All(pair => AreSame(pair.First, pair.Second)));

    private static bool AreSame(SearchPlace one, SearchPlace other) =>
        one.IsDirectory && other.IsDirectory ? one.Walk.Path == other.Walk.Path : one.Path.TrimEnd('/') == other.Path.TrimEnd('/');
}
