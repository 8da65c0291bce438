using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC0012: A workspace file extends a file that cannot be read, or itself.</summary>
public static class ConfigExtends
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC0012",
        Name = "config-extends",
        Severity = Severity.Error,
        Phase = Phase.Configuration,
        Summary = "A workspace file extends a file that cannot be read, or itself.",
        Explanation =
            "What several workspaces have in common stands in a file that each of them extends. Without it exceptions, sizes and search "
            + "directories would silently be the built-in ones, so a file that is missing is an error, and so is one that, by way of others, "
            + "extends itself. Paths in extends are relative to the file that says it.",
        Bad = "extends = \"mlc.toml\"",
        Good = "extends = \"../base.toml\"",
    };
}
