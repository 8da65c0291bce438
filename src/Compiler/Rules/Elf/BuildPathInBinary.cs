using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5072: An object holds a path of the build machine.</summary>
public static class BuildPathInBinary
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5072",
        Name = "build-path-in-binary",
        Severity = Severity.Info,
        Phase = Phase.Audit,
        Summary = "An object holds a path of the build machine.",
        Explanation =
            "A string outside of what is for debuggers begins with a directory of the build machine: the workspace, or a "
            + "proto area. Where the program only prints it, in an assertion, the build is not reproducible; where it opens it, "
            + "it works on the build machine alone. The search path is judged by rules of its own.",
        Bad = "(usr/bin/foo holds the string /build/proto/usr/share/foo)",
        Good = "(usr/bin/foo holds the string /usr/share/foo)",
    };

    internal static Finding? Check(AuditedImage image, AuditedFile file, StringSearch search, CancellationToken cancel)
    {
        ElfObject elf = file.Elf!;
        IEnumerable<(long, long)> skipped = elf.Sections.Where(section => StabsOrDwarfPresent.IsForDebuggers(section.Name)).Select(section => (Clamped(section.Offset), Clamped(section.Size)));
        (int count, string? first) = search.Find(file.Inode.Content, [.. skipped], text => IsSearchPath(elf.Dynamic, text), cancel);
        if (first is null) return null;
        string more = count == 1 ? "" : $" and {count - 1} more";
        return image.Finding(Rule, file.Path, $"'{file.Path}' holds {DependencyFinding.Quoted(first)}{more}, of the build machine") with
        {
            Help = "compile it with -ffile-prefix-map, or configure it with the paths of the image",
            Detail = [new("string", first), new("strings", $"{count}")],
        };
    }

    private static bool IsSearchPath(ElfDynamic? dynamic, string text) => dynamic is not null
        && ((dynamic.Rpath?.StartsWith(text, StringComparison.Ordinal) ?? false) || (dynamic.Runpath?.StartsWith(text, StringComparison.Ordinal) ?? false));

    private static long Clamped(ulong value) => (long)Math.Min(value, long.MaxValue);
}
