using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5004: A search path has an empty segment, which is the working directory.</summary>
public static class RunpathEmptySegment
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5004",
        Name = "runpath-empty-segment",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A search path has an empty segment, which is the working directory.",
        Explanation =
            "Where nothing stands before, behind or between two colons, ld.so.1 looks in the working directory "
            + "(usr/src/cmd/sgs/rtld/common/paths.c): whoever chooses where the program is started chooses its libraries. It "
            + "comes from a variable of a makefile that was empty.",
        Bad = "(usr/bin/foo has DT_RUNPATH /usr/lib/foo::/usr/lib/bar)",
        Good = "(usr/bin/foo has DT_RUNPATH /usr/lib/foo:/usr/lib/bar)",
    };

    internal static Finding? Check(SearchPathOf path)
    {
        int empty = path.List.Segments.Count(segment => segment.IsNull);
        return empty == 0 ? null : path.At(
            Rule,
            $"is {DependencyFinding.Quoted(path.List.Text)}: {(empty == 1 ? "an empty segment is" : $"{empty} empty segments are")} the working directory") with
        {
            Help = "take the surplus colon out",
        };
    }
}
