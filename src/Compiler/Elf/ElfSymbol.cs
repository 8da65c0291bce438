namespace ManifestLinker.Compiler.Elf;

/// <summary>An entry of a symbol table (<c>Elf64_Sym</c>).</summary>
internal readonly record struct ElfSymbol(uint NameAt, int Info, int Other, int Section, ulong Value)
{
    private const int Global = 1, Weak = 2, GnuUnique = 10;
    private const int InternalScope = 1, HiddenScope = 2, EliminatedScope = 6;
    private const int SectionType = 3, FileType = 4;

    public bool IsWeak => Info >> 4 == Weak;

    /// <summary>Whether it comes from elsewhere.</summary>
    public bool IsWanted => Section == 0 && IsVisible;

    /// <summary>Whether others may bind to it (<c>STV_INTERNAL</c>, <c>STV_HIDDEN</c> and <c>STV_ELIMINATE</c> keep it to the object).</summary>
    public bool IsOffered => Section != 0 && IsVisible && (Other & 7) is not (InternalScope or HiddenScope or EliminatedScope);

    private bool IsVisible => Info >> 4 is Global or Weak or GnuUnique && (Info & 0xf) is not (SectionType or FileType);

    public static ElfSymbol Read(ElfFormat format, ReadOnlySpan<byte> bytes) => format.Is64
        ? new(format.Word(bytes, 0), bytes[4], bytes[5], format.Half(bytes, 6), format.Address(bytes, 8))
        : new(format.Word(bytes, 0), bytes[12], bytes[13], format.Half(bytes, 14), format.Word(bytes, 4));
}
