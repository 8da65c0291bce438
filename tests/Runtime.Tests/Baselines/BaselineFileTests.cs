using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Baselines;
using ManifestLinker.Runtime.Baselines;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Tests.Baselines;

/// <summary>A baseline is in its file what it is in memory, and a file that is none is refused with one line.</summary>
public class BaselineFileTests
{
    private static readonly Gen<BaselineEntry> Entry = Gen.Select(
        Gen.OneOf(Gen.Const("MLC1004"), Gen.Const("MLC9999")),
        Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.Char["ab/\"\\\u00e9\n"], 0, 4].Select(text => (string?)text)),
        Gen.String[Gen.Char["x= <'\u6f22"], 0, 4],
        Gen.Int[1, 3],
        (rule, path, detail, count) => new BaselineEntry(rule, path, detail, count));

    [Fact]
    public void What_is_written_is_read_and_the_order_does_not_matter() => Entry.Array[0, 8].Sample(entries =>
    {
        byte[] bytes = BaselineFile.Write(Baseline.Of(entries));
        BaselineFile.Read("b", bytes).Entries.Should().Equal(Baseline.Of(entries).Entries);
        BaselineFile.Write(Baseline.Of(entries.Reverse())).Should().Equal(bytes);
        bytes[^1].Should().Be((byte)'\n');
    });

    [Fact]
    public void No_bytes_bring_the_reader_down()
    {
        byte[] whole = BaselineFile.Write(Baseline.Of([new("MLC1004", "usr/a", "644", 2), new("MLC2009", null, "\u00e9", 1)]));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, 3]).Sample((at, value, kind) =>
        {
            byte[] damaged = kind switch
            {
                0 => [.. whole[..at], value, .. whole[(at + 1)..]],
                1 => whole[..at],
                2 => [.. whole[..at], value, .. whole[at..]],
                _ => [value, .. whole],
            };
            try
            {
                BaselineFile.Read("b", damaged);
            }
            catch (UsageException wrong)
            {
                wrong.Message.Should().StartWith("b is no baseline: ").And.NotContain("\n");
            }
        });
    }

    [Fact]
    public void What_is_nested_too_deeply_is_refused() =>
        FluentActions.Invoking(() => BaselineFile.Read("b", Encoding.UTF8.GetBytes(new string('[', 100_000)))).Should().Throw<UsageException>();
}
