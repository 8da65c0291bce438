namespace ManifestLinker.Compiler.Elf;

/// <summary>The width of addresses (<c>EI_CLASS</c>).</summary>
public enum ElfClass
{
    /// <summary>32 bits.</summary>
    Bits32 = 1,

    /// <summary>64 bits.</summary>
    Bits64 = 2,
}

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

/// <summary>The processors that matter here (<c>e_machine</c>).</summary>
public static class ElfMachine
{
    /// <summary>Intel 80386.</summary>
    public const int I386 = 3;

    /// <summary>AMD x86-64.</summary>
    public const int Amd64 = 62;
}
