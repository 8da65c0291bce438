using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Fat;
using ManifestLinker.Linker.Tests.Foreign;

namespace ManifestLinker.Linker.Tests.Fat;

/// <summary>Whatever the bytes, reading ends soon, and nothing but an InvalidDataException comes out.</summary>
public class FatFuzzTests
{
    [FactNeeding("mkfs.fat", "mcopy")]
    public void Damaged_images_are_read_or_refused_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        int refused = 0, read = 0;
        foreach (string[] options in ForeignFat.Kinds.Where(kind => kind[1] == "12"))
        {
            byte[] good = ForeignFat.Make(folder, options).ToArray();
            Gen<(int At, byte Value)> change = Gen.Select(Gen.OneOf(Gen.Int[0, 62], Gen.Int[512, 20_000], Gen.Int[0, good.Length - 1]), Gen.Byte);
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
                iter: 500);
        }
        refused.Should().BeGreaterThan(50);
        read.Should().BeGreaterThan(50);
    }

    [Fact]
    public void Noise_in_the_directories_is_read_or_refused()
    {
        byte[] good = FatImage.Planned(FatImage.Tree).Image.Slice(0, 40_000_00).ToArray();
        int top = good.AsSpan().IndexOf("SMARTOS    \x28"u8);
        good[32] = 4_000_000 / 512 % 256;
        good[33] = 4_000_000 / 512 / 256;
        good[34] = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            var bad = (byte[])good.Clone();
            new Random(seed).NextBytes(bad.AsSpan(top, 512 * (1 + (seed % 5))));
            Fuzz.Succeeds(() => ReadAll(bad));
        }
    }

    /// <summary>Reads everything, as far as it can be read.</summary>
    internal static void ReadAll(byte[] bytes)
    {
        InvalidDataException? first = null;
        foreach (TreeEntry entry in FatReader.Read(new MemoryBytes(bytes)).Entries)
        {
            try
            {
                if (entry.Inode.Content is { Length: > 0 } content) content.Slice(0, Math.Min(content.Length, 1 << 16)).ToArray();
            }
            catch (InvalidDataException e)
            {
                first ??= e;
            }
        }
        if (first is not null) throw first;
    }
}
