using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC4015: Something stands in the way of a file that the link writes.</summary>
public static class BlockedPath
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4015",
        Name = "blocked-path",
        Severity = Severity.Error,
        Phase = Phase.Layout,
        Summary = "Something stands in the way of a file that the link writes.",
        Explanation =
            "The link writes some files itself: etc/release, the logs, the list of shipped files. Where a manifest "
            + "delivers such a path as something else than a file, or a directory above it as something else than a "
            + "directory, the file cannot be written; a symbolic link is not followed.",
        Bad = "s etc/release=../usr/share/release",
        Good = "f etc/release 0644 root sys",
    };

    /// <summary>The file <paramref name="path"/> cannot be written, because <paramref name="obstacle"/> is a <paramref name="kind"/>.</summary>
    public static Finding At(ImagePath path, ImagePath obstacle, string kind) =>
        Finding.Of(Rule, obstacle == path ? $"the link writes the file '{path}', and it is delivered as a {kind}" : $"the link writes the file '{path}', and '{obstacle}' is delivered as a {kind}") with
        {
            Help = obstacle == path ? "deliver it as a file, or not at all" : "deliver it as a directory",
            Subject = new Subject(obstacle.Text, kind, null),
            DetailKey = path.Text,
        };
}
