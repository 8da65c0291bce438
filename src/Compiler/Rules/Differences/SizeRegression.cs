using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Differences;

/// <summary>MLC9106: A file, or the image, grew by more than the limit.</summary>
public static class SizeRegression
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9106",
        Name = "size-regression",
        Severity = Severity.Warning,
        Phase = Phase.Compare,
        Summary = "A file, or the image, grew by more than the limit.",
        Explanation =
            "The root file system is loaded into memory as a whole on every machine, and both images have a fixed size. "
            + "Something that grows by leaps was mostly not meant to: debugging information that was not stripped, a log that "
            + "was delivered. The limits are --max-file-growth and --max-image-growth.",
        Bad = "(usr/bin/frob had 200 KiB in OLD, and has 9 MiB in NEW)",
        Good = "(usr/bin/frob has 210 KiB in NEW)",
    };

    /// <summary>The file <paramref name="subject"/> grew from <paramref name="old"/> to <paramref name="now"/> bytes.</summary>
    public static Finding File(Subject subject, long old, long now, string limit) =>
        Sized($"{subject.Type} '{subject.Path}' grew from {old} to {now} bytes{Percent(old, now)}; the limit is {limit}", old, now, limit) with { Subject = subject };

    /// <summary>All files of the image together grew from <paramref name="old"/> to <paramref name="now"/> bytes.</summary>
    public static Finding Image(long old, long now, string limit) =>
        Sized($"the files of the image grew from {old} to {now} bytes{Percent(old, now)}; the limit is {limit}", old, now, limit) with { DetailKey = "image" };

    private static Finding Sized(string message, long old, long now, string limit) =>
        Finding.Of(Rule, message) with { Detail = [new("old.size", $"{old}"), new("new.size", $"{now}"), new("limit", limit)] };

    private static string Percent(long old, long now) => old == 0 ? "" : $" (+{(Int128)(now - old) * 100 / old} %)";
}
