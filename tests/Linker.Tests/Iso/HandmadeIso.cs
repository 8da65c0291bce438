using System.Buffers.Binary;
using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso;

namespace ManifestLinker.Linker.Tests.Iso;

/// <summary>Images put together record by record, as no writer would: a descriptor, a terminator, and directories and contents where a test wants them.</summary>
internal sealed class HandmadeIso
{
    public const int Sector = 2048, Top = 20;

    /// <summary>Modes of a file, a directory and a symbolic link.</summary>
    public const uint RegularMode = 0x81a4, DirectoryMode = 0x41ed, LinkMode = 0xa1ff;

    private readonly byte[] bytes;

    /// <summary>An image of so many sectors, with a descriptor for a top directory in sector 20.</summary>
    public HandmadeIso(int sectors = 40)
    {
        bytes = new byte[sectors * Sector];
        Put(16 * Sector, [1, .. "CD001\x01"u8]);
        Put(17 * Sector, [255, .. "CD001\x01"u8]);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan((16 * Sector) + 128), Sector);
        Put((16 * Sector) + 156, Record("\0", Top, Sector, directory: true));
    }

    public ByteSource Source => new MemoryBytes(bytes);

    public byte[] Bytes => bytes;

    /// <summary>Puts bytes anywhere.</summary>
    public HandmadeIso Put(int at, ReadOnlySpan<byte> what)
    {
        what.CopyTo(bytes.AsSpan(at));
        return this;
    }

    /// <summary>Puts a directory of one sector: itself, its parent, and records.</summary>
    public HandmadeIso Directory(int sector, byte[] ownUse, params byte[][] records) => Put(
        sector * Sector,
        [
            .. Record("\0", (uint)sector, Sector, directory: true, use: ownUse),
            .. Record("\x01", Top, Sector, directory: true),
            .. records.SelectMany(record => record),
        ]);

    /// <summary>A directory record.</summary>
    public static byte[] Record(string name, uint block, uint size, bool directory = false, byte flags = 0, byte[]? use = null)
    {
        byte[] called = Encoding.Latin1.GetBytes(name);
        int nameEnd = 33 + called.Length + (called.Length % 2 == 0 ? 1 : 0);
        var record = new byte[nameEnd + (use?.Length ?? 0)];
        record[0] = (byte)record.Length;
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(2), block);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(10), size);
        new byte[] { 70, 1, 2, 3, 4, 5, 0 }.CopyTo(record, 18);
        record[25] = (byte)(flags | (directory ? 2 : 0));
        record[28] = 1;
        record[32] = (byte)called.Length;
        called.CopyTo(record, 33);
        use?.CopyTo(record, nameEnd);
        return record;
    }

    /// <summary>An entry of Rock Ridge.</summary>
    public static byte[] Entry(string signature, params byte[] content) => [(byte)signature[0], (byte)signature[1], (byte)(content.Length + 4), 1, .. content];

    /// <summary>Numbers in both byte orders.</summary>
    public static byte[] Both(params uint[] numbers)
    {
        var both = new byte[numbers.Length * 8];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(both.AsSpan(i * 8), numbers[i]);
            BinaryPrimitives.WriteUInt32BigEndian(both.AsSpan((i * 8) + 4), numbers[i]);
        }
        return both;
    }

    /// <summary>What the top directory says of itself where Rock Ridge is in use.</summary>
    public static byte[] InUse(byte skip = 0) => Entry("SP", 0xbe, 0xef, skip);

    /// <summary>The entry that gives a mode, and one link unless said otherwise.</summary>
    public static byte[] Mode(uint mode, uint links = 1, uint serial = 0) => Entry("PX", Both(mode, links, 3, 4, serial));

    /// <summary>The entry that gives a name.</summary>
    public static byte[] Name(string name, byte flags = 0) => Entry("NM", [flags, .. Encoding.UTF8.GetBytes(name)]);

    /// <summary>An image whose top directory has the file X with these entries.</summary>
    public static HandmadeIso Ridged(byte[] use) => new HandmadeIso().Directory(Top, InUse(), Record("X;1", 30, 4, use: use));

    /// <summary>The tree in <paramref name="image"/>.</summary>
    public static FileTree Read(HandmadeIso image) => IsoReader.Read(image.Source);
}
