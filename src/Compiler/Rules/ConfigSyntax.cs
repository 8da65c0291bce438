using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC0010: The workspace file is not TOML.</summary>
public static class ConfigSyntax
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC0010",
        Name = "config-syntax",
        Severity = Severity.Error,
        Phase = Phase.Configuration,
        Summary = "The workspace file is not TOML.",
        Explanation =
            "A statement that cannot be read might have said anything, so nothing is checked or linked. The rest of the file is read all "
            + "the same: one run shows every fault. A key or table that is defined twice is one, too; the last one does not win, as it "
            + "would in a shell script that sets a variable twice.",
        Bad = "[search]\ndirectories = [\"overlay\" \"proto\"]",
        Good = "[search]\ndirectories = [\"overlay\", \"proto\"]",
    };
}
