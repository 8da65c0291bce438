using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Iso.Format;
using ManifestLinker.Linker.Problems;

namespace ManifestLinker.Linker.Iso;

/// <summary>Checks the descriptors of a volume.</summary>
internal static class DescriptorCheck
{
    private static readonly (string Name, int At, int Bytes)[] Numbers =
    [
        ("the number of blocks", IsoFormat.Blocks, BothOrders.Bytes32),
        ("the number of media", IsoFormat.Media, BothOrders.Bytes16),
        ("the number of the medium", IsoFormat.Medium, BothOrders.Bytes16),
        ("the size of a block", IsoFormat.BlockSize, BothOrders.Bytes16),
        ("the size of the path table", IsoFormat.PathTableBytes, BothOrders.Bytes32),
        ("the block of the top directory", IsoFormat.TopRecord + 2, BothOrders.Bytes32),
        ("the size of the top directory", IsoFormat.TopRecord + 10, BothOrders.Bytes32),
    ];

    /// <summary>Checks all; <paramref name="primary"/> is the first primary one and lies at <paramref name="offset"/>.</summary>
    public static void Run(ByteSource image, int descriptors, ReadOnlySpan<byte> primary, long offset, ProblemList problems)
    {
        long end = (IsoFormat.FirstDescriptor + descriptors) * (long)IsoFormat.Sector;
        if (end > image.Length - IsoFormat.Sector || !IsTerminator(image.Slice(end, IsoFormat.Sector).ToArray()))
            problems.Add($"the descriptors do not end with a terminator", end);
        foreach ((string name, int at, int bytes) in Numbers) problems.ExpectAgreement(primary.Slice(at, bytes), name, offset + at);
        problems.Expect("the version of the structure", primary[IsoFormat.StructureVersion], 1, offset + IsoFormat.StructureVersion);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(primary[IsoFormat.Blocks..])
            * (long)BinaryPrimitives.ReadUInt16LittleEndian(primary[IsoFormat.BlockSize..]);
        if (size > image.Length) problems.Add($"the volume is said to have {size} bytes, and the image has {image.Length}", offset + IsoFormat.Blocks);
    }

    private static bool IsTerminator(ReadOnlySpan<byte> sector) =>
        sector[0] == IsoFormat.Terminator && sector.Slice(1, IsoFormat.Identifier.Length).SequenceEqual(IsoFormat.Identifier);
}
