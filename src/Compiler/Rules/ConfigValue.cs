using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC0011: A value of the workspace file does not fit, or one that must be there is missing.</summary>
public static class ConfigValue
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC0011",
        Name = "config-value",
        Severity = Severity.Error,
        Phase = Phase.Configuration,
        Summary = "A value of the workspace file does not fit, or one that must be there is missing.",
        Explanation =
            "A rule that does not exist, a size that no UFS can have, an exception without a reason: what mlc cannot do as the file says, "
            + "it does not do in another way. build_live passes what it is given to newfs and mkdir, and it comes out as an image of "
            + "the wrong size, or as an error of a program far from its cause.",
        Bad = "[filesystem.root]\nsize = 0",
        Good = "[filesystem.root]\nsize = 350000",
    };
}
