using CsCheck;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Linker.Platform.Passwords;

namespace ManifestLinker.Linker.Tests.Platform;

public class PasswordTests
{
    private static readonly BuildStamp Stamp = StampOf("20260102T030405Z");

    [Fact]
    public void A_password_from_chance_can_be_read_aloud_and_typed() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);

            string password = RandomPassword.From(count => Bytes(random, count));

            password.Should().MatchRegex("^[A-Za-z0-9]{16}$").And.MatchRegex("[A-Z]").And.MatchRegex("[0-9]").And.NotMatchRegex("[B8G6I1l0OQDS5Z2]");
            RootPassword.Fault(password).Should().BeNull();
        },
        iter: 1000);

    [Fact]
    public void Every_character_that_looks_like_no_other_comes_up_equally_often()
    {
        var random = new Random(1);
        const int Passwords = 20_000;

        int[] counts = [.. Enumerable.Range(0, Passwords).SelectMany(_ => RandomPassword.From(count => Bytes(random, count)))
            .GroupBy(character => character).OrderBy(group => group.Key).Where(group => char.IsAsciiLetterLower(group.Key)).Select(group => group.Count())];

        counts.Should().HaveCount(25, "of the small letters only l looks like another");
        counts.Max().Should().BeLessThan((int)(counts.Min() * 1.1));
    }

    [Fact]
    public void Chance_that_gives_the_same_gives_the_same_password()
    {
        Once().Should().Be(Once());
        static string Once()
        {
            var random = new Random(7);
            return RandomPassword.From(count => Bytes(random, count));
        }
    }

    [Fact]
    public void A_derived_salt_depends_on_stamp_and_password_and_on_nothing_else()
    {
        var salt = new PasswordSalt.Derived();
        string first = salt.For("secret", Stamp, NoChance);

        first.Should().HaveLength(ShaCrypt.LongestSalt).And.Be(salt.For("secret", Stamp.WithTime(5), NoChance));
        ShaCrypt.IsSalt(first).Should().BeTrue();
        salt.For("secrets", Stamp, NoChance).Should().NotBe(first);
        salt.For("secret", StampOf("20260102T030406Z"), NoChance).Should().NotBe(first);
    }

    [Fact]
    public void A_salt_from_chance_uses_all_bits_of_it()
    {
        var salt = new PasswordSalt.Random();

        salt.For("x", Stamp, count => new byte[count]).Should().Be("................");
        salt.For("x", Stamp, count => [.. Enumerable.Repeat((byte)255, count)]).Should().Be("zzzzzzzzzzzzzzzz");
        salt.For("x", Stamp, count => [1, .. new byte[count - 1]]).Should().Be("." + "E" + "..............");
    }

    [Fact]
    public void A_given_salt_is_taken() => new PasswordSalt.Given("./salt").For("x", Stamp, NoChance).Should().Be("./salt");

    [Theory]
    [InlineData("x", null)]
    [InlineData(" with blanks: and $igns ", null)]
    [InlineData("", "is empty")]
    [InlineData("a\nb", "holds a control character, such as a line break or a tabulator")]
    [InlineData("a\r", "holds a control character, such as a line break or a tabulator")]
    [InlineData("a\tb", "holds a control character, such as a line break or a tabulator")]
    [InlineData("a\u007f", "holds a control character, such as a line break or a tabulator")]
    [InlineData("pässword", "holds a character that is not ASCII, which a console may send in another encoding")]
    public void A_password_is_one_line_that_every_console_can_send(string text, string? fault) => RootPassword.Fault(text).Should().Be(fault);

    [Fact]
    public void A_password_is_no_longer_than_PAM_takes()
    {
        RootPassword.Fault(new string('x', 256)).Should().BeNull();
        RootPassword.Fault(new string('x', 257)).Should().Be("is longer than 256 characters");
    }

    private static byte[] NoChance(int count) => throw new InvalidOperationException("chance was asked");

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static BuildStamp StampOf(string text)
    {
        BuildStamp.TryParse(text, out BuildStamp stamp).Should().BeTrue();
        return stamp;
    }
}
