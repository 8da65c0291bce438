using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1015: A variable in a line has no declared value.</summary>
public static class UnexpandedVariable
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1015",
        Name = "unexpanded-variable",
        Severity = Severity.Error,
        Phase = Phase.Syntax,
        Summary = "A variable in a line has no declared value.",
        Explanation =
            "illumos-extra's makefile replaces $LIBSTDCXXVER by the version of the compiler's library; for an "
            + "unknown compiler it becomes nothing, and the path ends in a dot. mlc takes values from [variables] "
            + "in mlc.toml and from --define, and takes nothing else that looks like a variable or macro.",
        Bad = "f usr/lib/libstdc++.so.$LIBSTDCXXVER 0555 root bin",
        Good = "f usr/lib/libstdc++.so.$LIBSTDCXXVER 0555 root bin   (with --define LIBSTDCXXVER=6.0.33)",
    };

    /// <summary>What stands in <paramref name="word"/> from <paramref name="start"/> on, <paramref name="length"/> characters, has no value; <paramref name="near"/> is a declared name like it.</summary>
    public static Finding At(Token word, int start, int length, string? near)
    {
        string text = word.Chars.Slice(start, length).ToString();
        Location at = new(word.Source, word.Line, word.Column + start, word.Column + start + length);
        return Finding.Of(Rule, $"'{text}' has no value", at) with
        {
            Help = near is not null ? $"did you mean ${near}?"
                : text.StartsWith('$') && VariableName.Is(text.AsSpan(1))
                    ? $"declare {text[1..]} under [variables] in mlc.toml, or give --define {text[1..]}=VALUE"
                    : "only $NAME is a variable",
            Detail = [new("variable", text)],
            DetailKey = word.ToString(),
        };
    }
}
