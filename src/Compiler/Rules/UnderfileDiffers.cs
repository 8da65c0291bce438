using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9017: An underfile is not what /usr holds under the same name.</summary>
public static class UnderfileDiffers
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9017",
        Name = "underfile-differs",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "An underfile is not what /usr holds under the same name.",
        Explanation =
            "What runs before /usr is mounted must be the same program that runs afterwards.",
        Bad = "(a boot archive whose usr/bin/ls was replaced)",
        Good = "(link again)",
    };
}
