namespace ManifestLinker.Compiler.Elf;

/// <summary>What an object file is for (<c>e_type</c>); other numbers exist.</summary>
public enum ElfType
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>To be linked; on illumos also most kernel modules.</summary>
    Relocatable = 1,

    /// <summary>A program with a fixed address.</summary>
    Executable = 2,

    /// <summary>A shared object, or a program without a fixed address.</summary>
    Shared = 3,

    /// <summary>The memory of a process that died.</summary>
    Core = 4,
}
