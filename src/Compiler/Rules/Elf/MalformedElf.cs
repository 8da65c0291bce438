using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5075: An object is damaged.</summary>
public static class MalformedElf
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5075",
        Name = "malformed-elf",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "An object is damaged.",
        Explanation =
            "The file begins as an ELF object does, and what follows does not hold together: a table or a string lies outside "
            + "the file, or the file ends too early. It was cut off when it was copied, or a tool that changed it broke it; "
            + "kernel and linker refuse it, or crash on it. What is missing in it for that reason no other rule complains "
            + "about.",
        Bad = "(usr/lib/libfoo.so.1 ends within its program headers)",
        Good = "(usr/lib/libfoo.so.1 is whole)",
    };

    internal static Finding? Check(AuditedImage image, AuditedFile file)
    {
        if (file.Elf!.Faults is not [var first, ..] faults) return null;
        string more = faults.Count == 1 ? "" : $" (and {faults.Count - 1} more)";
        return image.Finding(Rule, file.Path, $"'{file.Path}' is damaged: {DependencyFinding.Quoted(first)[1..^1]}{more}") with
        {
            Help = "build or copy it again",
            Detail = [.. faults.Take(Told).Select(fault => KeyValuePair.Create("fault", fault))],
        };
    }

    private const int Told = 10;
}
