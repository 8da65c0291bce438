using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Tests.Trees;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>
/// A sound image of two groups in memory, to be damaged a byte at a time. Offsets are those of the C structures, written out
/// here again so that the tests do not lean on the code under test.
/// </summary>
internal sealed class DamagedImage
{
    public const int Superblock = 8192, Block = 4096, Fragment = 1024;

    private static readonly Lazy<(UfsPlan Plan, byte[] Bytes)> Sound = new(() =>
    {
        UfsPlan plan = Planning.Plan(
            """
            d lost+found 0700 0 0
            f etc/motd 0644 0 3 size=1500
            f etc/passwd 0644 0 3 size=700
            f big 0644 0 0 size=200001
            f bigger 0644 0 0 size=4500000
            f huge/id 0644 100000 200000 size=10
            d etc/empty 0755 0 0
            s link -> etc/motd
            h etc/hard = etc/motd
            c null 0666 0 3 13,2
            p fifo 0600 0 0
            d other 0755 0 0
            d other/below 0755 0 0
            """,
            new UfsSize.Fixed(7_000_000, 8192));
        return (plan, plan.Image.ToArray());
    });

    public UfsPlan Plan { get; } = Sound.Value.Plan;

    public byte[] Bytes { get; } = [.. Sound.Value.Bytes];

    public ByteSource Source => new MemoryBytes(Bytes);

    public int Group(int group) => (int)Plan.Geometry.OffsetOf(Plan.Geometry.StartOf(group) + Plan.Geometry.DescriptorAt);

    public int Backup(int group) => (int)Plan.Geometry.OffsetOf(Plan.Geometry.StartOf(group) + Plan.Geometry.BackupAt);

    public int Summary(int group) => (int)Plan.Geometry.OffsetOf(Plan.Geometry.DataAt) + 16 * group;

    public uint Number(string path) => Plan.InodeNumber(ImagePath.Parse(path));

    public int Inode(string path) => Inode(Number(path));

    public int Inode(uint number) => (int)Plan.Geometry.InodeOffset(number);

    public int Data(string path, int run = 0) => (int)Plan.Geometry.OffsetOf(Plan.Runs(ImagePath.Parse(path))[run].Fragment);

    public int Indirect(string path, int index = 0) => (int)Plan.Geometry.OffsetOf(Plan.IndirectBlocks(ImagePath.Parse(path))[index]);

    /// <summary>The byte offset of the entry <paramref name="name"/> in the directory <paramref name="path"/>.</summary>
    public int Entry(string path, string name)
    {
        int at = Data(path);
        while (!Bytes.AsSpan(at + 8, Short(at + 6)).SequenceEqual(System.Text.Encoding.ASCII.GetBytes(name))) at += Short(at + 4);
        return at;
    }

    /// <summary>The byte offset of the offset that stands in a descriptor's field: a map or table.</summary>
    public int Map(int group, int field) => Group(group) + Int(Group(group) + field);

    public int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(Bytes.AsSpan(at));

    public short Short(int at) => BinaryPrimitives.ReadInt16LittleEndian(Bytes.AsSpan(at));

    public void SetInt(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(Bytes.AsSpan(at), value);

    public void SetShort(int at, int value) => BinaryPrimitives.WriteInt16LittleEndian(Bytes.AsSpan(at), (short)value);

    public void AddInt(int at, int value) => SetInt(at, Int(at) + value);

    /// <summary>Changes a field of the superblock and of all its copies alike, so that only the field itself is wrong.</summary>
    public void SetSuperblock(int field, int value)
    {
        SetInt(Superblock + field, value);
        for (int group = 0; group < Plan.Geometry.Groups; group++) SetInt(Backup(group) + field, value);
    }

    public void SetSuperblockByte(int field, byte value)
    {
        Bytes[Superblock + field] = value;
        for (int group = 0; group < Plan.Geometry.Groups; group++) Bytes[Backup(group) + field] = value;
    }
}
