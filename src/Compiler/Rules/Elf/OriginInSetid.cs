using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5012: A set-id program looks for what it loads beside itself.</summary>
public static class OriginInSetid
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5012",
        Name = "origin-in-setid",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A set-id program looks for what it loads beside itself.",
        Explanation =
            "Whoever may make a hard link to a set-id program in a directory of his own would choose what it loads, so "
            + "ld.so.1 trusts what $ORIGIN leads to only in /lib/secure and /usr/lib/secure (ld.so.1(1), SECURITY), and the "
            + "kernel starts no set-id program whose interpreter is named by $ORIGIN (usr/src/uts/common/exec/elf/elf.c). Such "
            + "a program does not start, or finds other libraries than it was linked with.",
        Bad = "(the set-uid usr/bin/foo has DT_RUNPATH $ORIGIN/../lib/foo)",
        Good = "(the set-uid usr/bin/foo has DT_RUNPATH /usr/lib/foo)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment) => path.File.IsSetId && segment.Segment.Has(PathToken.Origin)
        ? path.At(Rule, segment, $"names {segment.Quoted}, and is that of a set-id program, which does not trust it") with
        {
            Help = "write the directory without $ORIGIN",
        }
        : null;

    internal static Finding? CheckInterpreter(AuditedImage image, AuditedFile file) => file is { IsSetId: true, Elf.Interpreter: { } interpreter } && SaysOrigin(interpreter)
        ? image.Finding(Rule, file.Path, $"set-id program '{file.Path}' has the interpreter {DependencyFinding.Quoted(interpreter)}, and is not started", $"interpreter {interpreter}") with
        {
            Help = "link it with an interpreter in /lib or /usr/lib",
            Detail = [new("interpreter", interpreter)],
        }
        : null;

    private static bool SaysOrigin(string text) => PathSyntax.Illumos.TokensIn(text).Any(found => found.Token == PathToken.Origin);
}
