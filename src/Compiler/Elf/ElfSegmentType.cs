namespace ManifestLinker.Compiler.Elf;

/// <summary>The types of program headers that are asked about (<c>p_type</c>; <c>usr/src/uts/common/sys/elf.h</c>).</summary>
public static class ElfSegmentType
{
    /// <summary><c>PT_LOAD</c>: a part of the file that is mapped.</summary>
    public const uint Load = 1;

    /// <summary><c>PT_DYNAMIC</c>: the dynamic section.</summary>
    public const uint Dynamic = 2;

    /// <summary><c>PT_INTERP</c>: the path of the interpreter.</summary>
    public const uint Interpreter = 3;

    /// <summary><c>PT_NOTE</c>: notes.</summary>
    public const uint Note = 4;

    /// <summary><c>PT_GNU_STACK</c>, which the kernel of illumos does not look at.</summary>
    public const uint GnuStack = 0x6474e551;

    /// <summary><c>PT_SUNWSTACK</c>: what the stack permits.</summary>
    public const uint Stack = 0x6ffffffb;

    /// <summary><c>PT_SUNWCAP</c>: the capabilities that are needed.</summary>
    public const uint Capabilities = 0x6ffffffd;
}
