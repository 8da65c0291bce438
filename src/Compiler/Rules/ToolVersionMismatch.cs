using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC0009: The workspace file requires another version of mlc.</summary>
public static class ToolVersionMismatch
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC0009",
        Name = "tool-version-mismatch",
        Severity = Severity.Error,
        Phase = Phase.Configuration,
        Summary = "The workspace file requires another version of mlc.",
        Explanation =
            "Another version may know other rules and write other bytes: a gate that passes with one and fails with the next says "
            + "nothing about the platform. required-version pins the versions that will do, as comparisons that all must hold (>=1.2, <2) "
            + "or as one version (1.2.3). Where it is not met nothing else of the file is looked at, since what is wrong with "
            + "it may be right in the version that it was written for. The tools of today's build carry no version at all.",
        Bad = "required-version = \">=99\"",
        Good = "required-version = \">=0.1, <99\"",
    };

    /// <summary>The words of the finding: <paramref name="running"/> is this version, <paramref name="required"/> what the file says.</summary>
    public static (string Message, string Help) Of(string running, string required) =>
        ($"this is mlc {running}, and '{required}' is required", "install a version that fits (dotnet tool update mlc --version VERSION), or change required-version");
}
