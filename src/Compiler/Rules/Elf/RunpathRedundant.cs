using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5005: A search path names a default directory.</summary>
public static class RunpathRedundant
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5005",
        Name = "runpath-redundant",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A search path names a default directory.",
        Explanation =
            "The default directories of the object's class (/lib and /usr/lib, or /lib/64 and /usr/lib/64) are searched in "
            + "any case, after the search path. Named there they cost an open for each library, and tell that a tool added what "
            + "it should not. One that stands before another directory is there for the order, and is left in peace.",
        Bad = "(the 64-bit usr/bin/foo has DT_RUNPATH /usr/lib/64)",
        Good = "(the 64-bit usr/bin/foo has none)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment)
    {
        if (path.Dynamic.LeavesOutDefaultDirectories || !IsDefault(path, segment)) return null;
        bool isForOrder = path.Segments.SkipWhile(other => other != segment).Any(other => !IsDefault(path, other));
        return isForOrder ? null : path.At(Rule, segment, $"names {segment.Quoted}, which is searched in any case") with
        {
            Help = "link it without -R or -rpath for that directory",
        };
    }

    internal static bool IsDefault(SearchPathOf path, LedSegment segment) => segment.IsPlain && segment.Places is [var place]
        && path.Linker.Profile.DefaultDirectories(path.Elf).Any(directory => directory == segment.Text.TrimEnd('/') || Leads(path, directory, place));

    private static bool Leads(SearchPathOf path, string directory, SearchPlace place) =>
        place.IsDirectory && path.Image.Follow(Ir.ImagePath.Root, directory) is { End: Resolve.WalkEnd.Found } walk && walk.Path == place.Walk.Path;
}
