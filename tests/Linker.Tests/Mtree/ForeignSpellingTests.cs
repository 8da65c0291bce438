using CsCheck;
using ManifestLinker.Linker.Mtree;

namespace ManifestLinker.Linker.Tests.Mtree;

public class ForeignSpellingTests
{
    [Theory]
    [InlineData(@"a\sb", "a b")]
    [InlineData(@"\M-C\M-)", "é")]
    [InlineData(@"\^A\^?", "\u0001\u007f")]
    [InlineData(@"\M", null)]
    [InlineData(@"\M-", null)]
    [InlineData(@"\M-é", null)]
    [InlineData(@"\^", null)]
    public void Names_are_read_as_unvis_does(string spelled, string? name) => VisText.Decode(spelled).Should().Be(name);

    // Half a character survives no test case of a theory.
    [Fact]
    public void A_control_character_with_the_eighth_bit_is_a_byte() => VisText.Decode(@"\M^C").Should().Be("\udc83");

    [Theory]
    [InlineData("u=rwx,go=rx", 493)]
    [InlineData("=r", 292)]
    [InlineData("a=rx,u+w", 493)]
    [InlineData("u=rwxs,g=rs,o=t", 4064)]
    [InlineData("a=rwx,go-w", 493)]
    [InlineData("u+r+x", 320)]
    [InlineData("u", null)]
    [InlineData("u=q", null)]
    [InlineData("u=r,", null)]
    [InlineData("", null)]
    public void Modes_in_letters_are_numbers(string text, int? mode)
    {
        (IReadOnlyList<MtreeEntry> entries, _) = MtreeReader.Read($"./x type=file mode={text}\n");
        entries.Single().Permissions.Should().Be(mode);
    }

    [Fact]
    public void A_listing_may_close_the_top_it_opened()
    {
        MtreeReader.Read(". type=dir\n  a type=dir\n  ..\n..\n").Problems.Should().BeEmpty();
        MtreeReader.Read(". type=dir\n  a type=dir\n  ..\n..\n..\n").Problems.Should().ContainSingle();
    }

    [Fact]
    public void Any_spelling_is_read() => Gen.String[Gen.Char["\\M^-?s012aé"], 0, 12].Sample(text => VisText.Decode(text));
}
