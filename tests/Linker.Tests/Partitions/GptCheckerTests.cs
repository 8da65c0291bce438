using System.Buffers.Binary;
using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Partitions;
using ManifestLinker.Linker.Tests.Foreign;

namespace ManifestLinker.Linker.Tests.Partitions;

/// <summary>Sound disks have no problems; each case damages one thing, and the checker must name it, while the reader goes on with what is whole.</summary>
public class GptCheckerTests
{
    // A disk with only what tables need: the first MiB, and the last 33 sectors.
    private const int Sectors = 3_789_063, Kept = 64 * 512, TailBytes = 33 * 512;
    private const long Tail = (Sectors - 33) * 512L;

    private static readonly ByteSource Disk = SmallDisk.Planned().Image;
    private static readonly byte[] Head = Disk.Slice(0, Kept).ToArray(), End = Disk.Slice(Tail, TailBytes).ToArray();

    [Fact]
    public void Our_disks_are_sound()
    {
        GptChecker.Check(Disk).Should().BeEmpty();
        GptChecker.Check(Whole(Head, End)).Should().BeEmpty();
        GptChecker.Check(SmallDisk.Planned(5_000_000_000_000).Image).Should().BeEmpty();
    }

    public static TheoryData<string, string, string?> Damages() => new()
    {
        { "first header", "byte 512: the first partition table has another checksum than its bytes", "the first partition table has another checksum than its bytes" },
        { "first signature", "byte 512: the first partition table does not begin with 'EFI PART'", "the first partition table does not begin with 'EFI PART'" },
        { "first size", "byte 512: the first partition table is said to have 91 bytes", "the first partition table is said to have 91 bytes" },
        { "first entries", "byte 512: the first partition table has entries with another checksum than it says", "the first partition table has entries with another checksum than it says" },
        { "first place", "byte 512: the first partition table says that it lies in sector 2, and lies in 1", "the first partition table says that it lies in sector 2, and lies in 1" },
        { "entries elsewhere", "byte 512: the first partition table has its entries in sector 9999999, behind the end of the image", "the first partition table has its entries *" },
        { "many entries", "byte 512: the first partition table has 99999 entries of 128 bytes", "the first partition table has 99999 entries of 128 bytes" },
        { "second header", "byte *: the second partition table has another checksum than its bytes", null },
        { "second entries", "byte *: the second partition table has entries with another checksum than it says", null },
        { "both different", "byte *: the second partition table is different from the first", null },
        { "other", "byte 544: the sector of the second table, as the first says, is 99, not 3789062", null },
        { "usable", "byte 552: the sectors 3 to 3789029 are said to be free for partitions, and the tables lie in them", null },
        { "outside of usable", "byte 1024000: the partition 1 'loader' does not lie between the sectors 34 and 3789029", null },
        { "overlap", "byte 269483520: the partition 2 'boot' lies on the partition 1 'loader'", null },
        { "identity", "the partition 2 'boot' has the identity of the partition 1 'loader'", null },
        { "mbr", "byte 510: the first sector does not end with 55 AA", null },
        { "not protected", "byte 446: the first sector has 0 protective partitions, not 1", null },
        { "hybrid", "byte 462: the first sector has a partition of the kind 0C beside the protective one", null },
        { "protected from 2", "byte 454: the first sector of the protective partition is 2, not 1", null },
        { "protected too far", "byte 458: the number of sectors of the protective partition is 3789061, not 3789062", null },
        { "nothing", "the first partition table does not begin with 'EFI PART', and the second has another checksum than its bytes", "!" },
        { "backwards", "the partition 1 'loader' has the sectors 2048 to 5, of 3789063", "!" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void What_is_damaged_is_named(string harm, string problem, string? told)
    {
        byte[] head = (byte[])Head.Clone(), end = (byte[])End.Clone();
        switch (harm)
        {
            case "first header": head[512 + 60]++; break;
            case "first signature": head[512] = 0; break;
            case "first size": head[512 + 12] = 91; break;
            case "first entries": head[1024 + 40]++; break;
            case "first place": head[512 + 24] = 2; GptSeal.Header(head.AsSpan(512)); break;
            case "entries elsewhere": Number(head, 512 + 72, 9_999_999); GptSeal.Header(head.AsSpan(512)); break;
            case "many entries": Number(head, 512 + 80, 99_999); GptSeal.Header(head.AsSpan(512)); break;
            case "second header": end[TailBytes - 512 + 60]++; break;
            case "second entries": end[40]++; break;
            case "both different": head[1024 + 56] = (byte)'L'; GptSeal.Entries(head, 512, 1024); break;
            case "other": Number(head, 512 + 32, 99); GptSeal.Header(head.AsSpan(512)); break;
            case "usable": foreach ((byte[] bytes, int at) in new[] { (head, 512), (end, TailBytes - 512) }) { bytes[at + 40] = 3; GptSeal.Header(bytes.AsSpan(at)); } break;
            case "outside of usable": foreach ((byte[] bytes, int at) in new[] { (head, 512), (end, TailBytes - 512) }) { Number(bytes, at + 40, 2049); GptSeal.Header(bytes.AsSpan(at)); } break;
            case "overlap": Both(head, end, 128 + 32, 526_335); break;
            case "identity": Both(head, end, 128 + 16, BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(1024 + 16))); head.AsSpan(1024 + 16, 16).CopyTo(head.AsSpan(1024 + 128 + 16)); GptSeal.Entries(head, 512, 1024); break;
            case "mbr": head[510] = 0; break;
            case "not protected": head[446 + 4] = 0; break;
            case "hybrid": head[462 + 4] = 0x0c; break;
            case "protected from 2": head[446 + 8] = 2; break;
            case "protected too far": head[446 + 12]--; break;
            case "nothing": head[512] = 0; end[TailBytes - 512 + 60]++; break;
            case "backwards": Both(head, end, 40, 5); break;
        }
        if (harm == "outside of usable") problem = "byte 1048576: the partition 1 'loader' does not lie between the sectors 2049 and 3789029";
        ByteSource disk = Whole(head, end);
        string[] problems = [.. GptChecker.Check(disk).Select(found => found.ToString())];
        problems.Should().Contain(found => Matches(found, problem), string.Join('\n', problems));
        if (told == "!") FluentActions.Invoking(() => GptReader.Read(disk)).Should().Throw<InvalidDataException>().WithMessage(problem);
        else
        {
            GptTable table = GptReader.Read(disk);
            if (told is null) table.Damage.Should().BeNull();
            else table.Damage.Should().Match(told);
            table.Partitions.Should().HaveCount(4);
        }
    }

    [Fact]
    public void Whatever_the_bytes_reading_and_checking_end() =>
        Gen.Select(Gen.Select(Gen.OneOf(Gen.Int[440, 620], Gen.Int[1024, 1024 + 1200]), Gen.Byte, Gen.Bool).Array[1, 20], Gen.Bool).Sample(
            (changes, isSealed) =>
            {
                byte[] head = (byte[])Head.Clone(), end = (byte[])End.Clone();
                foreach ((int at, byte value, bool isEnd) in changes)
                {
                    if (!isEnd) head[at] = value;
                    else if (at >= 1024) end[at - 1024] = value;
                    else end[TailBytes - 512 + (at % 100)] = value;
                }
                if (isSealed)
                {
                    GptSeal.Entries(head, 512, 1024);
                    GptSeal.Entries(end, TailBytes - 512, 0);
                }
                ByteSource disk = Whole(head, end);
                if (!Fuzz.Succeeds(() => GptReader.Read(disk))) GptChecker.Check(disk).Should().NotBeEmpty();
                else GptChecker.Check(disk);
            },
            iter: 1000);

    [Fact]
    public void Other_bytes_are_not_taken_for_a_disk()
    {
        GptReader.IsGpt(MemoryBytes.Empty).Should().BeFalse();
        GptReader.IsGpt(new MemoryBytes(new byte[4096])).Should().BeFalse();
        GptReader.IsGpt(Whole(new byte[Kept], End)).Should().BeTrue("the second table is enough");
        FluentActions.Invoking(() => GptReader.Read(new MemoryBytes(new byte[600]))).Should().Throw<InvalidDataException>().WithMessage("the image is too short for a partition table");
    }

    private static ExtentBytes Whole(byte[] head, byte[] end) => new(Sectors * 512L, [new(0, new MemoryBytes(head)), new(Tail, new MemoryBytes(end))]);

    private static bool Matches(string text, string pattern)
    {
        string[] parts = pattern.Split('*');
        return text.StartsWith(parts[0], StringComparison.Ordinal) && text.EndsWith(parts[^1], StringComparison.Ordinal);
    }

    private static void Number(byte[] bytes, int at, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), number);

    // The same change in both tables, each sound by itself.
    private static void Both(byte[] head, byte[] end, int at, uint number)
    {
        Number(head, 1024 + at, number);
        Number(end, at, number);
        GptSeal.Entries(head, 512, 1024);
        GptSeal.Entries(end, TailBytes - 512, 0);
    }
}
