using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>A volume that is being read: its primary descriptor, and blocks by their numbers.</summary>
internal sealed class IsoVolume
{
    // A million records of the largest size, twice. Whatever lies about its size or is listed again and again comes to an end here.
    private const long MostTableBytes = 512L << 20;

    private readonly ByteSource image;
    private long tableBytes;

    private IsoVolume(ByteSource image, int blockSize, DirectoryRecord top)
    {
        this.image = image;
        BlockSize = blockSize;
        Top = top;
    }

    /// <summary>Bytes of a logical block, the unit of addresses: 2048 nearly everywhere, else 1024 or 512.</summary>
    public int BlockSize { get; }

    /// <summary>The record of the top directory.</summary>
    public DirectoryRecord Top { get; }

    /// <summary>Opens <paramref name="image"/>; <see cref="InvalidDataException"/> where its first primary descriptor makes no sense.</summary>
    public static IsoVolume Open(ByteSource image)
    {
        byte[] primary = Descriptors(image).FirstOrDefault(descriptor => descriptor[0] == IsoFormat.Primary)
            ?? throw BrokenImage.Because($"the image has no primary descriptor");
        int blockSize = BinaryPrimitives.ReadUInt16LittleEndian(primary.AsSpan(IsoFormat.BlockSize));
        if (blockSize is not (512 or 1024 or 2048)) throw BrokenImage.Because($"a block is said to have {blockSize} bytes");
        DirectoryRecord top = DirectoryRecord.Decode(primary.AsSpan(IsoFormat.TopRecord, DirectoryRecord.Head + 1))
            ?? throw BrokenImage.Because($"the record of the top directory is broken");
        return new IsoVolume(image, blockSize, top);
    }

    /// <summary>The descriptors of <paramref name="image"/> up to the terminator, or up to what is none.</summary>
    public static IEnumerable<byte[]> Descriptors(ByteSource image)
    {
        for (int i = 0; i < IsoFormat.MostDescriptors; i++)
        {
            long at = (IsoFormat.FirstDescriptor + i) * (long)IsoFormat.Sector;
            if (at > image.Length - IsoFormat.Sector) yield break;
            var descriptor = new byte[IsoFormat.Sector];
            image.Read(at, descriptor);
            if (!descriptor.AsSpan(1, IsoFormat.Identifier.Length).SequenceEqual(IsoFormat.Identifier)) yield break;
            if (descriptor[0] == IsoFormat.Terminator) yield break;
            yield return descriptor;
        }
    }

    /// <summary>Whether <paramref name="length"/> bytes from the block <paramref name="block"/> on lie in the image.</summary>
    public bool Holds(long block, long length) => block * BlockSize <= image.Length - length;

    /// <summary>The bytes of a file, of which <see cref="Holds"/> is true.</summary>
    public ByteSource Content(long block, long length) => image.Slice(block * BlockSize, length);

    /// <summary>
    /// Reads <paramref name="length"/> bytes of what describes files, from byte <paramref name="offset"/> of the block
    /// <paramref name="block"/> on. <paramref name="what"/> says what it is, should it not be there.
    /// </summary>
    public byte[] ReadTable(long block, long offset, int length, string what)
    {
        if (!Holds(block, offset + length))
            throw BrokenImage.Because($"{what} is said to lie in block {block}, behind the end of the image");
        tableBytes += length;
        if (tableBytes > MostTableBytes) throw BrokenImage.Because($"the directories take more than {MostTableBytes} bytes");
        var bytes = new byte[length];
        image.Read((block * BlockSize) + offset, bytes);
        return bytes;
    }
}
