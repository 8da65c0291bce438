using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9020: A partition table is inconsistent.</summary>
public static class PartitionsInconsistent
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9020",
        Name = "partitions-inconsistent",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "A partition table is inconsistent.",
        Explanation =
            "A disk has its GUID partition table twice, and a first sector that protects it. Firmware that finds one table damaged may take the other, "
            + "or nothing at all; partitions that lie on each other destroy each other.",
        Bad = "(an image whose end is missing)",
        Good = "(make the medium again)",
    };
}
