using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5003: A search path names a directory relative to the working directory.</summary>
public static class RunpathRelative
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5003",
        Name = "runpath-relative",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A search path names a directory relative to the working directory.",
        Explanation =
            "A segment that begins neither with a slash nor with $ORIGIN is looked up from wherever the program is started, "
            + "so whoever chooses that directory chooses its libraries. A process with rights of others passes over it "
            + "(usr/src/cmd/sgs/rtld/common/paths.c), and lacks what lies there.",
        Bad = "(usr/bin/foo has DT_RUNPATH ../lib)",
        Good = "(usr/bin/foo has DT_RUNPATH $ORIGIN/../lib)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment) => segment.Segment.IsRelative
        ? path.At(Rule, segment, $"names {segment.Quoted}, which means another directory wherever it is started") with
        {
            Help = "write an absolute directory, or one that begins with $ORIGIN",
        }
        : null;
}
