using System.Buffers.Binary;

namespace ManifestLinker.Compiler.Elf;

/// <summary>How numbers stand in an object: how wide an address is, and which byte comes first.</summary>
internal readonly record struct ElfFormat(bool Is64, bool IsBig)
{
    /// <summary>The size of an address or offset, in bytes.</summary>
    public int Wide => Is64 ? 8 : 4;

    public int HeaderSize => Is64 ? 64 : 52;

    public int SegmentSize => Is64 ? 56 : 32;

    public int SectionSize => Is64 ? 64 : 40;

    public int SymbolSize => Is64 ? 24 : 16;

    public int DynamicSize => 2 * Wide;

    public ushort Half(ReadOnlySpan<byte> bytes, int at) =>
        IsBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    public uint Word(ReadOnlySpan<byte> bytes, int at) =>
        IsBig ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    public ulong Address(ReadOnlySpan<byte> bytes, int at) => !Is64
        ? Word(bytes, at)
        : IsBig ? BinaryPrimitives.ReadUInt64BigEndian(bytes[at..]) : BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
