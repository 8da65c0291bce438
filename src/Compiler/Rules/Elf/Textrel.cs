using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5060: The code of an object is changed when it is loaded.</summary>
public static class Textrel
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5060",
        Name = "textrel",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "The code of an object is changed when it is loaded.",
        Explanation =
            "DT_TEXTREL says that relocations change the text segment: ld.so.1 must make it writable, so each process has a "
            + "copy of its own of what all could share, and loading takes longer. It comes from code that was not compiled with "
            + "-fpic, and ld refuses it with -z text. check_rtime says TEXTREL.",
        Bad = "(usr/lib/libfoo.so.1 has DT_TEXTREL)",
        Good = "(usr/lib/libfoo.so.1 was compiled with -fpic)",
    };

    internal static Finding? Check(AuditedImage image, AuditedFile file) => file.Elf!.Dynamic is { HasTextRelocations: true }
        ? image.Finding(Rule, file.Path, $"the code of '{file.Path}' is changed when it is loaded (DT_TEXTREL)") with
        {
            Help = "compile all of it with -fpic, and link it with -z text",
        }
        : null;
}
