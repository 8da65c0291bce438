using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6011: A program is nothing that the kernel starts.</summary>
public static class ExecutableWithoutMagic
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6011",
        Name = "executable-without-magic",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A program is nothing that the kernel starts.",
        Explanation =
            "The kernel knows a program by its first bytes: ELF, '#!', or a script that shcomp compiled. Of anything else it says ENOEXEC, and "
            + "a shell takes the text for commands of its own. That is asked of what has the execute bit and lies where the system looks for "
            + "programs (bin, sbin, lib/svc/method, etc/init.d), unless its name says that it is data (MLC7110 speaks of those) or it is "
            + "empty. Text that begins with a comment or a command of the shell was written to be run so, and is left in peace. Anywhere, a '#!' "
            + "with a byte order mark or blanks before it is reported: only the first two bytes count.",
        Bad = "f usr/bin/report 0555 root bin, which holds a table in JSON",
        Good = "f usr/bin/report 0555 root bin, which begins with #!/usr/node/bin/node",
    };

    /// <summary><paramref name="file"/>, neither an ELF object nor a script, can be executed, and is nothing that can be started; null where it is all right.</summary>
    public static Finding? Check(AuditedImage image, AuditedFile file)
    {
        if (!file.IsExecutable || file.Names.Any(image.Profile.IsData)) return null;
        Span<byte> head = stackalloc byte[Shebang.KernelReads];
        head = head[..(int)Math.Min(file.Inode.Content.Length, head.Length)];
        file.Inode.Content.Read(0, head);
        return StartableReader.Read(head) switch
        {
            Startable.MarkBeforeMagic => At(image, file, "has a byte order mark before '#!', which has to be the first two bytes", "write the file without the mark"),
            Startable.BlankBeforeMagic => At(image, file, "has blanks or empty lines before '#!', which has to be the first two bytes", "begin the file with '#!'"),
            Startable.No when file.Names.Any(image.Profile.IsProgram) =>
                At(image, file, "has the execute bit, and is neither an ELF object nor a script", "begin it with '#!' and its interpreter, or take the bit off"),
            _ => null,
        };
    }

    private static Finding At(AuditedImage image, AuditedFile file, string what, string help) =>
        image.Finding(Rule, file.Path, $"'{file.Path}' {what}") with
        {
            Help = help,
            Detail = [new("mode", new Mode(file.Inode.Permissions).ToString())],
        };
}
