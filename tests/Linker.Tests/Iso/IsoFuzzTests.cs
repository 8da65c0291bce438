using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso;
using ManifestLinker.Linker.Tests.Foreign;

namespace ManifestLinker.Linker.Tests.Iso;

/// <summary>Whatever the bytes, reading ends soon, and nothing but an InvalidDataException comes out.</summary>
public class IsoFuzzTests
{
    private const int Sector = HandmadeIso.Sector;

    [FactNeeding("genisoimage", "xorriso")]
    public void Damaged_images_are_read_or_refused_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        string directory = ForeignIso.Fill(folder);
        foreach (string[] command in ForeignIso.WithRockRidge)
        {
            byte[] good = ForeignIso.Make(folder, command, directory).ToArray();
            int refused = 0, read = 0;

            // Most of it is descriptors and directories, which begin with the primary one.
            Gen<(int At, byte Value)> change = Gen.Select(Gen.OneOf(Gen.Int[16 * Sector, Math.Min(60 * Sector, good.Length - 1)], Gen.Int[16 * Sector, 17 * Sector]), Gen.Byte);
            Gen.Select(change.Array[1, 20], Gen.Int[1, good.Length * 4]).Sample(
                (changes, length) =>
                {
                    byte[] bad = good[..Math.Min(length, good.Length)];
                    foreach ((int at, byte value) in changes)
                    {
                        if (at < bad.Length) bad[at] = value;
                    }
                    if (Fuzz.Succeeds(() => ReadAll(bad))) Interlocked.Increment(ref read);
                    else Interlocked.Increment(ref refused);
                },
                iter: 1000);
            refused.Should().BeGreaterThan(50, string.Join(' ', command));
            read.Should().BeGreaterThan(50, string.Join(' ', command));
        }
    }

    [Fact]
    public void Noise_behind_a_descriptor_is_refused()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var image = new HandmadeIso();
            new Random(seed).NextBytes(image.Bytes.AsSpan(HandmadeIso.Top * Sector));
            if (seed % 2 == 0) image.Directory(HandmadeIso.Top, HandmadeIso.InUse());
            Fuzz.Succeeds(() => ReadAll(image.Bytes));
        }
    }

    [Fact]
    public void An_area_that_goes_on_in_itself_is_refused()
    {
        var image = new HandmadeIso();
        byte[] next = HandmadeIso.Entry("CE", HandmadeIso.Both(17, 100, 1900));
        image.Put((17 * Sector) + 100, next);
        image.Directory(HandmadeIso.Top, HandmadeIso.InUse(), HandmadeIso.Record("A", 30, 1, use: next));
        FluentActions.Invoking(() => ReadAll(image.Bytes)).Should().Throw<InvalidDataException>().WithMessage("*or in a loop");
    }

    [Fact]
    public void Areas_that_are_read_again_and_again_come_to_an_end()
    {
        var image = new HandmadeIso(sectors: 5000);
        for (int i = 0; i < 30; i++) image.Put((4960 + i) * Sector, [.. HandmadeIso.Entry("ZZ", new byte[200]), .. HandmadeIso.Entry("CE", HandmadeIso.Both((uint)(4961 + i), 0, Sector))]);
        byte[] first = HandmadeIso.Entry("CE", HandmadeIso.Both(4960, 0, Sector));
        for (int sector = HandmadeIso.Top; sector < 4900; sector++)
        {
            byte[][] records = [.. Enumerable.Range(0, 20).Select(i => HandmadeIso.Record($"F{sector}.{i}", 30, 1, use: first))];
            image.Directory(sector, HandmadeIso.InUse(), records);
        }
        image.Put((HandmadeIso.Top * Sector) + 10, HandmadeIso.Both(4880 * Sector));
        FluentActions.Invoking(() => ReadAll(image.Bytes)).Should().Throw<InvalidDataException>().WithMessage("the directories take more than * bytes");
    }

    private static void ReadAll(byte[] bytes)
    {
        var image = new MemoryBytes(bytes);
        BootCatalogue.Read(new MemoryBytes(bytes));
        foreach (TreeEntry entry in IsoReader.Read(image).Entries)
        {
            if (entry.Inode.Content is not { Length: > 0 } content) continue;
            Fuzz.Succeeds(() => content.Slice(0, Math.Min(content.Length, 1 << 16)).ToArray());
        }
    }
}
