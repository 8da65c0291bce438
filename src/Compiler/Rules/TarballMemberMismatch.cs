using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9013: The platform archive and the platform directory differ.</summary>
public static class TarballMemberMismatch
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9013",
        Name = "tarball-member-mismatch",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "The platform archive and the platform directory differ.",
        Explanation =
            "Both are made from the same files; whoever installs from the one must get what the other holds.",
        Bad = "(an archive that was changed after the link)",
        Good = "(link again)",
    };
}
