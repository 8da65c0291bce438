using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5013: A search path has a token that only the linker of GNU knows.</summary>
public static class RunpathGnuToken
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5013",
        Name = "runpath-gnu-token",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A search path has a token that only the linker of GNU knows.",
        Explanation =
            "On illumos a token is a bare dollar sign and a name; ${ORIGIN} in braces and $LIB are left as they stand "
            + "(usr/src/cmd/sgs/rtld/common/paths.c), so the directory is one whose name begins with a dollar sign. It works on "
            + "Linux, where the build was tried, and finds nothing here, in silence.",
        Bad = "(usr/bin/foo has DT_RUNPATH ${ORIGIN}/../lib)",
        Good = "(usr/bin/foo has DT_RUNPATH $ORIGIN/../lib)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment)
    {
        if (!segment.Text.Contains('$')) return null;
        string? token = segment.Segment.ForeignTokens is [var foreign, ..] ? segment.Text.Substring(foreign.Start, foreign.Length) : Unknown(segment);
        if (token is null) return null;
        string bare = token.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        return path.At(Rule, segment, $"names {segment.Quoted}, and {DependencyFinding.Quoted(token)} stands for nothing on illumos") with
        {
            Help = bare is "$ORIGIN" or "$PLATFORM" && bare != token ? $"write {bare}" : "write the directory itself",
        };
    }

    private static string? Unknown(LedSegment segment)
    {
        for (int at = segment.Text.IndexOf('$'); at >= 0; at = segment.Text.IndexOf('$', at + 1))
        {
            if (segment.Segment.Tokens.Any(known => known.Start == at)) continue;
            int slash = segment.Text.IndexOf('/', at);
            return segment.Text[at..(slash < 0 ? segment.Text.Length : slash)];
        }
        return null;
    }
}
