using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5016: A search path has the token $ISALIST.</summary>
public static class IsalistInPath
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5016",
        Name = "isalist-in-path",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A search path has the token $ISALIST.",
        Explanation =
            "It stands for every instruction set of the machine in turn, from the best to i386, and makes of one directory as "
            + "many; capabilities took its place long ago. Twice in one segment it is not expanded at all, and the segment is "
            + "dropped (usr/src/cmd/sgs/rtld/common/paths.c).",
        Bad = "(usr/bin/foo has DT_RUNPATH /usr/lib/foo/$ISALIST)",
        Good = "(usr/bin/foo has DT_RUNPATH /usr/lib/foo)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment) => segment.Segment.Tokens.Count(found => found.Token == PathToken.InstructionSets) switch
    {
        0 => null,
        1 => Of(path, segment, $"names {segment.Quoted}, which is {path.Linker.Profile.Values.InstructionSets.Count} directories, one for each instruction set"),
        _ => Of(path, segment, $"names {segment.Quoted}, which is dropped, because $ISALIST stands in it twice"),
    };

    private static Finding Of(SearchPathOf path, LedSegment segment, string what) => path.At(Rule, segment, what) with
    {
        Help = "write the directory itself, or use capabilities",
    };
}
