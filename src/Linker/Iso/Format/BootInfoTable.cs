using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Iso.Format;

/// <summary>
/// What mkisofs puts into a boot program with <c>-boot-info-table</c>: from byte 8 on the block of the primary descriptor, the block and the bytes of the
/// program, the sum of its 32-bit words from byte 64 on, and 40 bytes of zeros.
/// </summary>
internal static class BootInfoTable
{
    public const int Start = 8, End = 64;

    private const int Piece = 1 << 16;

    /// <summary>The table for <paramref name="program"/>, which lies in <paramref name="block"/> and is read for its sum.</summary>
    public static byte[] Of(ByteSource program, uint block)
    {
        var table = new byte[End - Start];
        BinaryPrimitives.WriteUInt32LittleEndian(table, IsoFormat.FirstDescriptor);
        BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(4), block);
        BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(8), (uint)program.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(12), SumOf(program));
        return table;
    }

    // A last word that is not whole is filled up with zeros.
    private static uint SumOf(ByteSource program)
    {
        uint sum = 0;
        program.Slice(End, program.Length - End).ReadThrough(
            piece =>
            {
                Span<byte> word = stackalloc byte[sizeof(uint)];
                for (; !piece.IsEmpty; piece = piece[Math.Min(piece.Length, word.Length)..])
                {
                    word.Clear();
                    piece[..Math.Min(piece.Length, word.Length)].CopyTo(word);
                    sum = unchecked(sum + BinaryPrimitives.ReadUInt32LittleEndian(word));
                }
            },
            Piece);
        return sum;
    }
}
