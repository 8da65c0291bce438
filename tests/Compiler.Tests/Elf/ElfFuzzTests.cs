using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Testing;

namespace ManifestLinker.Compiler.Tests.Elf;

/// <summary>Whatever the bytes are, reading them ends, soon, with an object and without much memory.</summary>
public sealed class ElfFuzzTests
{
    private const long MostAllocated = 64 * 1024 * 1024;

    private static readonly byte[][] Built = [.. ElfListingTests.Objects.Select(ElfListing.Bytes)];

    [Fact]
    public void Random_bytes_are_read_to_an_end() => Gen.Byte.Array[0, 2000].Sample(bytes => { Read(bytes); }, iter: 2000);

    [Fact]
    public void Random_bytes_behind_a_right_beginning_are_read_to_an_end() => Gen.Select(Gen.Int[1, 2], Gen.Int[1, 2], Gen.Byte.Array[0, 2000])
        .Sample((kind, order, rest) => { Read([0x7f, (byte)'E', (byte)'L', (byte)'F', (byte)kind, (byte)order, .. rest]); }, iter: 2000);

    [Fact]
    public void An_object_that_is_cut_off_anywhere_is_read_to_an_end_and_called_broken()
    {
        foreach (byte[] bytes in Built)
        {
            for (int length = 0; length < bytes.Length; length++)
            {
                if (Read(bytes[..length]).Faults.Count == 0) throw new InvalidOperationException($"{length} of {bytes.Length} bytes pass for a whole object");
            }
        }
    }

    [Fact]
    public void An_object_with_wrong_bytes_is_read_to_an_end() =>
        Gen.Select(AnyBuilt, Wrong, Corrupted).Sample(bytes => { Read(bytes); }, iter: 20_000);

    [Fact]
    public void Numbers_at_their_limits_are_read_to_an_end()
    {
        byte[][] limits = [[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0xff, 0xff, 0xff, 0x7f], [0xff, 0xff], [0, 0, 0, 0, 0, 0, 0, 0x80]];
        Gen.Select(AnyBuilt, Gen.Int[0, 2000], Gen.Int[0, limits.Length - 1].Select(i => limits[i]), (bytes, at, limit) =>
        {
            byte[] copy = [.. bytes];
            at %= copy.Length - limit.Length;
            limit.CopyTo(copy, at);
            return copy;
        }).Sample(bytes => { Read(bytes); }, iter: 20_000);
    }

    [FactNeeding("true")]
    public void A_real_object_with_wrong_bytes_is_read_to_an_end()
    {
        byte[] real = File.ReadAllBytes(ForeignTool.Find("true")!);
        Gen.Select(Gen.Const(real), Wrong, Corrupted).Sample(bytes => { Read(bytes); }, iter: 2000);
        Gen.Int[0, real.Length - 1].Sample(length => { Read(real[..length]).Faults.Should().NotBeEmpty(); }, iter: 500);
    }

    [Fact]
    public void Many_symbols_that_share_one_long_name_do_not_take_long()
    {
        // Half of the file are symbols, and the other half is the table of their names, in which no name ends.
        const int Half = 0x400000, First = 0x1000, SymbolSize = 24;
        byte[] bytes = new byte[2 * Half];
        Array.Fill(bytes, (byte)0x10);
        for (int symbol = First; symbol + SymbolSize <= Half; symbol += SymbolSize) bytes[symbol + 3] = 0;
        ElfListing.Bytes("rel export=a nosections").AsSpan(0, 40).CopyTo(bytes);
        ElfBytes tables = new ElfBytes(is64: true, isBig: false).Wide(64).Word(0).Half(64).Half(0).Half(0).Half(64).Half(3).Half(0);
        foreach ((uint type, ulong offset, ulong size, uint link) in new (uint, ulong, ulong, uint)[] { (0, 0, 0, 0), (ElfPart.SymbolTable, First, Half - First, 2), (ElfPart.StringTable, Half, Half, 0) })
            tables.Word(0).Word(type).Wide(0).Wide(0).Wide(offset).Wide(size).Word(link).Word(0).Wide(8).Wide(SymbolSize);
        tables.ToArray().CopyTo(bytes, 40);

        Read(bytes).Faults.Should().Contain("its names are longer together than any real object's");
    }

    private static Gen<byte[]> AnyBuilt => Gen.Int[0, Built.Length - 1].Select(i => Built[i]);

    private static Gen<(double Where, byte Value)[]> Wrong => Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[1, 12];

    // The square brings most of them to the front, where the headers are.
    private static byte[] Corrupted(byte[] bytes, (double Where, byte Value)[] wrong)
    {
        byte[] copy = [.. bytes];
        foreach ((double where, byte value) in wrong) copy[(int)(where * where * (copy.Length - 1))] = value;
        return copy;
    }

    private static ElfObject Read(byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ElfObject elf = ElfReader.Read(new MemoryBytes(bytes));
        _ = ElfReader.ExportedNames(new MemoryBytes(bytes));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > MostAllocated) throw new InvalidOperationException($"{allocated} bytes of memory for {bytes.Length} bytes");
        foreach (string fault in elf.Faults)
        {
            if (elf.Faults.Count(other => other == fault) != 1 || char.IsUpper(fault[0]) || fault.EndsWith('.') || fault.Contains('\n', StringComparison.Ordinal))
                throw new InvalidOperationException(fault);
        }
        return elf;
    }
}
