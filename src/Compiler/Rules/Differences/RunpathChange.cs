using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Differences;

/// <summary>MLC9109: An object looks for its libraries in other directories than before.</summary>
public static class RunpathChange
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9109",
        Name = "runpath-change",
        Severity = Severity.Info,
        Phase = Phase.Compare,
        Summary = "An object looks for its libraries in other directories than before.",
        Explanation =
            "The directories of DT_RUNPATH are searched before the default ones, so another list may give the object other "
            + "libraries of the same name.",
        Bad = "(usr/bin/frob has the runpath /opt/lib in NEW)",
        Good = "(usr/bin/frob has the same runpath in both)",
    };

    /// <summary><paramref name="subject"/> searched <paramref name="old"/>, and searches <paramref name="now"/>; null for the default directories alone.</summary>
    public static Finding At(Subject subject, string? old, string? now) =>
        Finding.Of(Rule, $"object '{subject.Path}' has the runpath '{now ?? ""}' now, and had '{old ?? ""}'") with
        {
            Subject = subject,
            Detail = [new("old.runpath", old ?? ""), new("new.runpath", now ?? "")],
            DetailKey = $"{old}>{now}",
        };
}
