using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1002: A line has too few or too many words.</summary>
public static class WrongFieldCount
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1002",
        Name = "wrong-field-count",
        Severity = Severity.Error,
        Phase = Phase.Syntax,
        Summary = "A line has too few or too many words.",
        Explanation =
            "Files and directories have five words (type, path, mode, owner, group), links two (type, "
            + "path=target). builder prints \"Wrong number of arguments\" for too few words and exits 0, and drops a "
            + "link that is followed by a mode: manual pages have gone missing from the platform that way. A path "
            + "cannot contain a blank: there is no quoting.",
        Bad = "s usr/share/man/man3c/ucred_get.3c=ucred.3c 0444 root bin",
        Good = "s usr/share/man/man3c/ucred_get.3c=ucred.3c",
    };

    /// <summary>The line of <paramref name="kind"/> ends after <paramref name="last"/>, without the fields <paramref name="missing"/>.</summary>
    public static Finding Missing(Token kind, Token last, string shape, IReadOnlyList<string> missing)
    {
        string list = missing.Count == 1 ? missing[0] : $"{string.Join(", ", missing.SkipLast(1))} and {missing[^1]}";
        int end = last.Column + last.Length;
        return Finding.Of(Rule, $"the line has no {list}", new Location(last.Source, last.Line, end, end + 1)) with
        {
            Help = $"write it as: {shape}",
            DetailKey = kind.Source.Line(kind.Line).ToString(),
        };
    }

    /// <summary>The line of <paramref name="kind"/> goes on with <paramref name="surplus"/> where it should end.</summary>
    public static Finding Surplus(Token kind, Token surplus, int count, string shape)
    {
        string more = count > 1 ? $" and {count - 1} more" : "";
        return Finding.Of(Rule, $"unexpected word '{surplus}'{more} at the end of the line", Location.Of(surplus)) with
        {
            Help = $"write it as: {shape} (a path cannot contain a blank)",
            DetailKey = kind.Source.Line(kind.Line).ToString(),
        };
    }
}
