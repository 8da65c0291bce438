using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5017: A search path looks elsewhere before it looks beside the object.</summary>
public static class OriginAfterOthers
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5017",
        Name = "origin-after-others",
        Severity = Severity.Warning,
        OptIn = true,
        Phase = Phase.Audit,
        Summary = "A search path looks elsewhere before it looks beside the object.",
        Explanation =
            "$ORIGIN is for libraries that belong to the object and are moved with it. A directory before it may hold another "
            + "version of such a library, and is taken first.",
        Bad = "(usr/bin/foo has DT_RUNPATH /usr/lib/foo:$ORIGIN/../lib)",
        Good = "(usr/bin/foo has DT_RUNPATH $ORIGIN/../lib:/usr/lib/foo)",
    };

    internal static Finding? Check(SearchPathOf path)
    {
        bool others = false;
        foreach (LedSegment segment in path.Segments)
        {
            if (!segment.Segment.Has(PathToken.Origin)) others = true;
            else if (others) return path.At(Rule, segment, $"names {segment.Quoted} behind other directories") with { Help = "put what begins with $ORIGIN first" };
        }
        return null;
    }
}
