using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Differences;

/// <summary>MLC9101: An object of the older image is not in the newer one.</summary>
public static class FileRemoved
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9101",
        Name = "file-removed",
        Severity = Severity.Warning,
        Phase = Phase.Compare,
        Summary = "An object of the older image is not in the newer one.",
        Explanation =
            "Somebody may use it: a script, a zone of an older image, a package from outside. It is an error where it is a "
            + "library and nothing in the newer image has the name that programs ask for it by (its SONAME), because programs "
            + "that were built against the older platform do not start any more. A file whose content is new under another "
            + "name was moved, and both are told with the other name.",
        Bad = "(usr/lib/libfoo.so.1 was in OLD and is not in NEW)",
        Good = "(NEW keeps usr/lib/libfoo.so.1 beside usr/lib/libfoo.so.2)",
    };

    /// <summary>
    /// <paramref name="subject"/> is gone; what it held is new at <paramref name="movedTo"/>, where that is known. Where it was a library,
    /// <paramref name="lostName"/> is the name that nothing goes by any more.
    /// </summary>
    public static Finding At(Subject subject, string? movedTo = null, string? lostName = null)
    {
        string gone = $"{subject.Type} '{subject.Path}' is gone";
        if (lostName is not null) gone += $", and nothing is called '{lostName}' any more";
        if (movedTo is not null) gone += $"; its content is new at '{movedTo}'";
        return Finding.Of(Rule, gone) with
        {
            Severity = lostName is null ? Rule.Severity : Severity.Error,
            Subject = subject,
            Help = lostName is null ? null : $"keep '{lostName}' for programs that were built against it",
            Detail =
            [
                .. movedTo is null ? [] : new KeyValuePair<string, string>[] { new("movedTo", movedTo) },
                .. lostName is null ? [] : new KeyValuePair<string, string>[] { new("soname", lostName) },
            ],
        };
    }
}
