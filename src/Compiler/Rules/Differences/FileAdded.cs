using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Differences;

/// <summary>MLC9102: The newer image has an object that the older one has not.</summary>
public static class FileAdded
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9102",
        Name = "file-added",
        Severity = Severity.Info,
        Phase = Phase.Compare,
        Summary = "The newer image has an object that the older one has not.",
        Explanation =
            "What is new takes room in memory on every machine that boots the image, and somebody should have meant it to "
            + "ship. A file whose content was in the older image under another name was moved, and both are told with the "
            + "other name.",
        Bad = "(NEW has usr/bin/frob)",
        Good = "(OLD has it, too)",
    };

    /// <summary><paramref name="subject"/> is new; what it holds was at <paramref name="movedFrom"/>, where that is known.</summary>
    public static Finding At(Subject subject, string? movedFrom = null) =>
        Finding.Of(Rule, $"{subject.Type} '{subject.Path}' is new{(movedFrom is null ? "" : $"; its content was at '{movedFrom}'")}") with
        {
            Subject = subject,
            Detail = movedFrom is null ? [] : [new("movedFrom", movedFrom)],
        };
}
