using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5050: A program names an interpreter that the platform has not.</summary>
public static class BadInterpreter
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5050",
        Name = "bad-interpreter",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A program names an interpreter that the platform has not.",
        Explanation =
            "The kernel maps the file that PT_INTERP names and lets it load the libraries; where there is none, or one for "
            + "the other class, the program is killed when it is started (usr/src/uts/common/exec/elf/elf.c). The platform has "
            + "one interpreter of each class, ld.so.1. /lib64/ld-linux-x86-64.so.2 is that of Linux: such a program was taken "
            + "from the build machine, and this rule speaks for all that is foreign in it.",
        Bad = "(usr/bin/foo has the interpreter /lib64/ld-linux-x86-64.so.2)",
        Good = "(usr/bin/foo has the interpreter /usr/lib/amd64/ld.so.1)",
    };

    internal static Finding? Check(AuditedImage image, AuditedFile file)
    {
        ElfObject elf = file.Elf!;
        if (!elf.IsProgram || elf.Interpreter is not { } interpreter) return null;
        string shown = DependencyFinding.Quoted(interpreter);
        string? wrong = ForeignSystem.IsLinux(elf) && !IsKnown(image, elf) ? $"{shown}, which is that of Linux"
            : !IsKnown(image, elf) ? $"{shown}, which is none of the platform's for {Bits(elf)}-bit programs"
            : Candidates(interpreter).Select(image.FileAt).OfType<AuditedFile>().FirstOrDefault() is not { } found ? $"{shown}, which is not in the image"
            : found.Elf is not { } loader ? $"{shown}, which is no object"
            : !loader.FitsTo(elf) ? $"{shown}, which is for {Bits(loader)}-bit programs, and it is a {Bits(elf)}-bit one"
            : null;
        return wrong is null ? null : image.Finding(Rule, file.Path, $"program '{file.Path}' has the interpreter {wrong}") with
        {
            Help = ForeignSystem.IsLinux(elf) ? "deliver the program that was built for illumos" : $"link it with the interpreter {image.Profile.Objects.Interpreters(elf).FirstOrDefault() ?? "of the platform"}",
            Detail = [new("interpreter", interpreter)],
        };
    }

    private static bool IsKnown(AuditedImage image, ElfObject elf) => image.Profile.Objects.Interpreters(elf).Contains(elf.Interpreter!, StringComparer.Ordinal);

    // The kernel leaves /usr away first, in case it is not mounted.
    private static string[] Candidates(string interpreter) =>
        interpreter.StartsWith("/usr/", StringComparison.Ordinal) ? [interpreter["/usr".Length..], interpreter] : [interpreter];

    private static int Bits(ElfObject elf) => elf.Class == ElfClass.Bits32 ? 32 : 64;
}
