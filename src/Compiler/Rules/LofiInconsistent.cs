using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9015: A compressed image is broken.</summary>
public static class LofiInconsistent
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9015",
        Name = "lofi-inconsistent",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "A compressed image is broken.",
        Explanation =
            "The lofi driver checks little when it attaches such a file: a wrong index becomes an I/O error, or "
            + "worse, on the running system.",
        Bad = "(a truncated usr.lgz)",
        Good = "(link again)",
    };
}
