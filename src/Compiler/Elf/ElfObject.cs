namespace ManifestLinker.Compiler.Elf;

/// <summary>
/// What kernel, run-time linker and auditors ask of an ELF object, as a value: small enough to keep those of a whole platform, and
/// nothing of it points back into the file. Whatever the bytes were, there is one; what could not be read is missing, and
/// <see cref="Faults"/> say why.
/// </summary>
public sealed record ElfObject
{
    /// <summary>The width of its addresses.</summary>
    public required ElfClass Class { get; init; }

    /// <summary>Whether its numbers begin with their highest byte.</summary>
    public bool IsBigEndian { get; init; }

    /// <summary>What it is for.</summary>
    public required ElfType Type { get; init; }

    /// <summary>The processor, as <see cref="ElfMachine"/> numbers it.</summary>
    public required int Machine { get; init; }

    /// <summary>The byte <c>EI_OSABI</c>: 0 none, 3 Linux, 6 Solaris.</summary>
    public int OsAbi { get; init; }

    /// <summary>The text of <c>PT_INTERP</c>; null where it has none.</summary>
    public string? Interpreter { get; init; }

    /// <summary>The program headers, in their order.</summary>
    public IReadOnlyList<ElfSegment> Segments { get; init; } = [];

    /// <summary>The sections, in their order, without the first, which is none; empty where the table was stripped.</summary>
    public IReadOnlyList<ElfSection> Sections { get; init; } = [];

    /// <summary>What its dynamic section says; null where it has none, as a static program or a relocatable object without dependencies.</summary>
    public ElfDynamic? Dynamic { get; init; }

    /// <summary>The symbols that others may bind to, and those it wants of others.</summary>
    public ElfSymbols Symbols { get; init; } = ElfSymbols.None;

    /// <summary>
    /// The modules that a kernel module depends on, as the string behind its symbol <c>_depends_on</c> names them, with blanks between them
    /// (the old way to say so; <c>usr/src/uts/common/krtld/kobj.c</c>); null where it has no such symbol.
    /// </summary>
    public string? DependsOn { get; init; }

    /// <summary>What it demands of the machine (<c>PT_SUNWCAP</c>); null where it demands nothing.</summary>
    public ElfCapabilities? Capabilities { get; init; }

    /// <summary>What is broken, each once, in the order it was met.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Whether it can be loaded together with <paramref name="other"/>: class, byte order and processor are the same.</summary>
    public bool FitsTo(ElfObject other) => Class == other.Class && IsBigEndian == other.IsBigEndian && Machine == other.Machine;

    /// <summary>Whether a process can be made of it: it names an interpreter, or has the type of a program.</summary>
    public bool IsProgram => Type == ElfType.Executable || (Type == ElfType.Shared && Interpreter is not null);
}

/// <summary>A program header: its type, its flags (1 execute, 2 write, 4 read), where it lies in the file and in memory, in bytes.</summary>
public readonly record struct ElfSegment(uint Type, uint Flags, ulong Offset, ulong FileSize, ulong Address, ulong MemorySize);

/// <summary>A section header: offset and size are of the file, in bytes.</summary>
public readonly record struct ElfSection(string Name, uint Type, ulong Flags, ulong Offset, ulong Size);
