using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5014: A search path has a token that only filters may have.</summary>
public static class RunpathCapToken
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5014",
        Name = "runpath-cap-token",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A search path has a token that only filters may have.",
        Explanation =
            "$CAPABILITY, and $HWCAP as it was called, stand for the best of several objects in a directory, and are expanded "
            + "only in the last component of what a filter names. In a search path ld.so.1 says that the token could not be "
            + "expanded, and drops the segment (usr/src/cmd/sgs/rtld/common/paths.c).",
        Bad = "(usr/bin/foo has DT_RUNPATH /usr/lib/foo/$HWCAP)",
        Good = "(usr/bin/foo has DT_RUNPATH /usr/lib/foo)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment) => segment.Segment.Has(PathToken.Capability)
        ? path.At(Rule, segment, $"names {segment.Quoted}, which is dropped, because such a token is for filters only") with
        {
            Help = "write the directory itself, or make the library an auxiliary filter",
        }
        : null;
}
