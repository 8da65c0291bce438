namespace ManifestLinker.Compiler.Scripts;

/// <summary>Why a file that is neither an ELF object nor begins with <c>#!</c> can, or cannot, be started.</summary>
public enum Startable
{
    /// <summary>The kernel has no idea, and a shell would stumble.</summary>
    No,

    /// <summary><c>#!</c> is there, behind bytes that nobody sees: a byte order mark.</summary>
    MarkBeforeMagic,

    /// <summary><c>#!</c> is there, behind blanks or empty lines.</summary>
    BlankBeforeMagic,

    /// <summary>It is nothing, and a shell that starts it does nothing.</summary>
    Empty,

    /// <summary>A program of ksh93 as shcomp makes it, which the kernel hands to ksh93 (<c>usr/src/uts/common/exec/shbin</c>).</summary>
    CompiledShell,

    /// <summary>
    /// Text that reads as commands of a shell. The kernel says ENOEXEC, and whoever started it (a shell, execvp(3C)) hands it to a shell, as was
    /// the custom before there was <c>#!</c>.
    /// </summary>
    ShellText,
}
