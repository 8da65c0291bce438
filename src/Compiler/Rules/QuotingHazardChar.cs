using System.Buffers;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1014: A name has a quote or a backslash, which xargs takes for its own.</summary>
public static class QuotingHazardChar
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1014",
        Name = "quoting-hazard-char",
        Severity = Severity.Warning,
        Phase = Phase.Syntax,
        Summary = "A name has a quote or a backslash, which xargs takes for its own.",
        Explanation =
            "build_live lists what it ships with find | sort | xargs md5sum. xargs splits its input at blanks and "
            + "takes ', \" and \\ away as quoting, so that the digest of such a file is never computed, or the whole "
            + "run ends at an unmatched quote. A blank cannot stand in a manifest at all. Characters that only a shell "
            + "would expand do no harm there: usr/bin/[ is as good a name as any. Symbolic links are not listed, and "
            + "do not matter.",
        Bad = "f usr/share/doc/what's-new 0444 root bin",
        Good = "f usr/share/doc/whats-new 0444 root bin",
    };

    private static readonly SearchValues<char> Quoting = SearchValues.Create("'\"\\");

    /// <summary>
    /// <paramref name="path"/> is what <paramref name="word"/> declares; null where its last component is harmless. Those above
    /// are reported where they are declared.
    /// </summary>
    public static Finding? Check(Token word, ImagePath path)
    {
        if (!word.Chars.ContainsAny(Quoting)) return null;
        int odd = path.Name.AsSpan().IndexOfAny(Quoting);
        if (odd < 0) return null;
        int at = word.Chars.LastIndexOf(path.Name);
        Location place = at < 0 ? Location.Of(word) : Location.Of(word.Slice(at + odd, 1));
        return Finding.Of(Rule, $"the name '{path.Name}' has a {Called(path.Name[odd])}, which xargs takes for its own", place) with
        {
            Help = "rename it: the list of shipped files is made with find | sort | xargs md5sum",
            DetailKey = path.Text,
        };
    }

    private static string Called(char odd) => odd switch { '\'' => "single quote", '"' => "double quote", _ => "backslash" };
}
