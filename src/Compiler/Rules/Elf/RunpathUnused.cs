using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5008: A search path names a directory where nothing is found that the object needs.</summary>
public static class RunpathUnused
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5008",
        Name = "runpath-unused",
        Severity = Severity.Info,
        Phase = Phase.Audit,
        Summary = "A search path names a directory where nothing is found that the object needs.",
        Explanation =
            "Every library that the object needs comes from elsewhere, so the directory only costs an open for each. A "
            + "program that opens libraries by name while it runs may need it all the same, which the object does not tell; "
            + "check_rtime has UNUSED_RPATH for those.",
        Bad = "(usr/bin/foo has DT_RUNPATH /usr/lib/foo, and all it needs lies in usr/lib)",
        Good = "(usr/bin/foo has none)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment)
    {
        if (!segment.Places.Any(place => place.IsDirectory)) return null;
        bool isUsed = path.Loaded.SelectMany(path.Linker.DependenciesOf).Any(dependency => dependency.Through?.Start == segment.Segment.Start);
        return isUsed ? null : path.At(Rule, segment, $"names {segment.Quoted}, where nothing is found that it needs") with
        {
            Help = "link it without -R or -rpath for that directory, unless it opens libraries there by name",
        };
    }
}
