using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1003: A mode is not an octal number of at most 07777.</summary>
public static class BadModeSyntax
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1003",
        Name = "bad-mode-syntax",
        Severity = Severity.Error,
        Phase = Phase.Syntax,
        Summary = "A mode is not an octal number of at most 07777.",
        Explanation =
            "builder reads the mode with strtol; for anything else than octal digits it gets -1 and sets every "
            + "mode bit: the file ships set-user-id, set-group-id and writable by everybody, and builder exits 0.",
        Bad = "f usr/bin/true 0589 root bin",
        Good = "f usr/bin/true 0555 root bin",
    };

    /// <summary><paramref name="mode"/> is not octal, or too large.</summary>
    public static Finding At(Token mode) => Finding.Of(Rule, $"'{mode}' is not a mode", Location.Of(mode)) with
    {
        Help = "a mode is four octal digits, such as 0644, and at most 07777",
        DetailKey = mode.Source.Line(mode.Line).ToString(),
    };
}
