using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC3001: A file is in none of the search directories.</summary>
public static class SourceNotFound
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC3001",
        Name = "source-not-found",
        Severity = Severity.Error,
        Fix = FixSafety.Offered,
        Phase = Phase.Resolve,
        Summary = "A file is in none of the search directories.",
        Explanation =
            "mlc looks in the search directories in their order, and takes the first that has the object. All "
            + "files that are missing are reported in one run.",
        Bad = "f usr/include/sys/gfx_private.h.h 0644 root bin",
        Good = "f usr/include/sys/gfx_private.h 0644 root bin",
    };

    /// <summary>
    /// <paramref name="entry"/> was looked for in <paramref name="tried"/>; <paramref name="near"/> is what was probably meant,
    /// <paramref name="dangling"/> a symbolic link of that name that leads to nothing.
    /// </summary>
    public static Finding At(FileEntry entry, IReadOnlyList<string> tried, ProtoObject? dangling, string? near) =>
        Finding.Of(
            Rule,
            $"file '{entry.Path}' is in none of the search directories ({string.Join(", ", tried)})",
            entry.Origin.PathLocation) with
        {
            Help = dangling is not null ? $"in {dangling.Directory} it is a symbolic link to '{dangling.Target}', which leads to nothing there"
                : near is not null ? $"did you mean {near}?"
                : "build the component that delivers it, or delete the line",
            Subject = Subject.Of(entry),
            Detail = near is null ? [new("tried", string.Join(':', tried))] : [new("tried", string.Join(':', tried)), new("near", near)],
            Fixes = near is not null && WrittenWord.CanBePath(near)
                ? [Fix.Of(FixSafety.Offered, $"write {near}", Edit.Replace(entry.Origin.Path, near))]
                : [],
        };
}
