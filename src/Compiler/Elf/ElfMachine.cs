namespace ManifestLinker.Compiler.Elf;

/// <summary>The processors that matter here (<c>e_machine</c>).</summary>
public static class ElfMachine
{
    /// <summary>Intel 80386.</summary>
    public const int I386 = 3;

    /// <summary>AMD x86-64.</summary>
    public const int Amd64 = 62;
}
