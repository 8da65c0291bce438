using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Partitions;

namespace ManifestLinker.Linker.Tests.Partitions;

/// <summary>Disks whose slices hold little.</summary>
internal static class SmallDisk
{
    /// <summary>The size of a USB image.</summary>
    public const long Bytes = 1_940_000_256;

    /// <summary>A first stage with something in every place.</summary>
    public static byte[] FirstStage { get; } = [.. Enumerable.Range(0, 510).Select(i => (byte)((i % 251) + 1)), 0x55, 0xAA];

    public static DiskPlan Planned(long bytes = Bytes, byte[]? second = null, string stamp = "20260101T000000Z")
    {
        var layout = DiskLayout.Of(bytes);
        return Result(layout, second ?? SecondStage(), stamp) is DiskPlan plan ? plan : throw new InvalidOperationException("no plan");
    }

    public static DiskResult Result(DiskLayout layout, byte[] second, string stamp = "x", byte[]? first = null, long loader = 0, long root = 0) => DiskPlanner.Plan(layout, new DiskContent
    {
        FirstStage = new MemoryBytes(first ?? FirstStage),
        SecondStage = new MemoryBytes(second),
        Loader = new ExtentBytes(layout.Loader.Bytes + loader, [new(1000, new MemoryBytes("loader"u8.ToArray()))]),
        Root = new ExtentBytes(layout.Root.Bytes + root, [new(2000, new MemoryBytes("root"u8.ToArray()))]),
        Stamp = stamp,
    });

    /// <summary>A second stage with a multiboot header, and something before it that looks like one.</summary>
    public static byte[] SecondStage(int length = 70_000, int header = 4096)
    {
        var program = new byte[length];
        Array.Fill(program, (byte)0x90);
        foreach (int at in new[] { 64, header })
        {
            BinaryPrimitives.WriteUInt32LittleEndian(program.AsSpan(at), 0x1BADB002);
            BinaryPrimitives.WriteUInt32LittleEndian(program.AsSpan(at + 4), 0x00010003);
            BinaryPrimitives.WriteUInt32LittleEndian(program.AsSpan(at + 8), unchecked(0u - 0x1BADB002 - 0x00010003) + (at == 64 ? 1u : 0u));
        }
        return program;
    }

    /// <summary>The beginning of a disk, and its end, with nothing between: what tables and checks look at.</summary>
    public static byte[] Cut(ByteSource disk, long sectors)
    {
        var bytes = new byte[sectors * 512];
        disk.Read(0, bytes.AsSpan(0, (int)Math.Min(bytes.Length, disk.Length)));
        return bytes;
    }
}
