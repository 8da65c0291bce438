using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Fixes;

public sealed class MenderTests
{
    [Fact]
    public void One_fix_makes_way_for_the_next() =>
        Mending.Mend(" f /usr//bin/x 0555 root bin # why\r\n").Should().Be("# why\nd usr 0755 root bin\nd usr/bin 0755 root bin\nf usr/bin/x 0555 root bin\n");

    [Fact]
    public void Missing_directories_are_like_those_beside_them() => MendOnly(MissingParent.Rule, """
        d usr 0755 root sys
        d usr/a 0700 lp lp
        d usr/b 0750 root bin
        d usr/c 0750 root bin
        d usr/t 1777 root sys
        d usr/u 1777 root sys
        d usr/v 1777 root sys
        f usr/deep-a 0644 root bin
        # mlc: allow MLC2008 -- goes with it
        f usr/deep-b 0644 root bin
        f usr/deep/x/y 0644 root bin

        """.ReplaceLineEndings("\n")).Should().Contain("\nf usr/deep-a 0644 root bin\nd usr/deep 0750 root bin\n# mlc:").And.Contain("\nd usr/deep/x 0750 root bin\nf usr/deep/x/y ");

    [Fact]
    public void Several_entries_below_a_missing_directory_declare_it_once() =>
        Mending.Mend("f a/b/c 0644 root bin\nf a/b/d 0644 root bin\nf a/e/f 0644 root bin\n")
            .Should().Be("d a 0755 root bin\nd a/b 0755 root bin\nf a/b/c 0644 root bin\nf a/b/d 0644 root bin\nd a/e 0755 root bin\nf a/e/f 0644 root bin\n");

    [Fact]
    public void A_fix_that_would_bring_an_error_is_held_back_and_others_are_not()
    {
        IReadOnlyList<SourceText> sources = Mending.Sources("f /a 0644 root bin\nf a 0600 root bin\nf /b 0644 root bin\n");
        Mended mended = Mending.Mend(sources);
        mended.Texts[0].Text.Should().Be("f /a 0644 root bin\nf a 0600 root bin\nf b 0644 root bin\n");
        mended.Fixed.Should().Be(1);
        HeldBack held = mended.HeldBack.Should().ContainSingle().Subject;
        held.Finding.Rule.Should().Be(AbsolutePath.Rule);
        held.Brings!.Rule.Should().Be(DuplicateConflict.Rule);
    }

    [Fact]
    public void Many_that_would_bring_errors_are_given_up_on_in_time()
    {
        string text = string.Concat(Enumerable.Range(1000, 150).Select(n => $"f /x{n} 0644 root bin\n"))
            + string.Concat(Enumerable.Range(1000, 150).Select(n => $"f x{n} 0600 root bin\n"));
        Mended mended = Mending.Mend(Mending.Sources(text));
        mended.HeldBack.Should().HaveCount(150);
        mended.HeldBack.Should().Contain(held => held.Brings == null);
        mended.Fixed.Should().Be(0);
    }

    [Fact]
    public void What_is_offered_is_for_the_author() =>
        Mending.Mend("d usr 0755 root sys\nd usr/libexec 07555 root bin\nf usr/x 044 root bin\n", FixSafety.Unsafe)
            .Should().Be("d usr 0755 root sys\nd usr/libexec 07555 root bin\nf usr/x 044 root bin\n");

    [Fact]
    public void A_duplicate_goes_and_its_comment_stays() =>
        // Without MLC1009, which would move the comment first.
        MendOnly(DuplicateIdentical.Rule, "f a 0644 root bin\nf a 0644 root bin # mine\nf a 644 root bin\n").Should().Be("f a 0644 root bin\n# mine\n");

    [Fact]
    public void A_duplicate_of_which_something_is_said_to_mlc_stays() =>
        MendOnly(DuplicateIdentical.Rule, "f a 0644 root bin\n# mlc: allow MLC2008\nf a 0644 root bin\nf a 0644 root bin # mlc: allow MLC2008\n")
            .Should().Be("f a 0644 root bin\n# mlc: allow MLC2008\nf a 0644 root bin\nf a 0644 root bin # mlc: allow MLC2008\n");

    [Fact]
    public void A_moved_comment_does_not_come_between_a_line_and_what_is_said_of_it() =>
        MendOnly(HashInsideLine.Rule, "# mlc: allow MLC2009 -- really\r\nf a 0644 root bit # note\r\n").Should().Be("# note\r\n# mlc: allow MLC2009 -- really\r\nf a 0644 root bit\r\n");

    [Fact]
    public void Bytes_that_are_not_utf8_stay_as_they_are()
    {
        byte[] bytes = [(byte)' ', .. "d a 0755 root bin # "u8, 0xff, 0xc3, (byte)'\n', .. "# \u00e9\n"u8];
        Mended mended = Mending.Mend([SourceText.FromBytes("m", bytes)]);
        EscapedUtf8.Encode(mended.Texts[0].Text).Should().Equal([.. "# "u8, 0xff, 0xc3, (byte)'\n', .. "d a 0755 root bin\n"u8, .. "# \u00e9\n"u8]);
    }

    [Fact]
    public void Fixes_that_undo_each_other_are_told_from_those_that_settle()
    {
        var up = new Rule { Id = "T1", Name = "up", Severity = Severity.Info, Phase = Phase.Syntax, Summary = "", Explanation = "", Bad = "", Good = "" };
        Mended mended = Mender.Mend(Mending.Sources("x"), FixSafety.Safe, texts => new CheckedTexts(
            Mending.Check(texts).Compilation,
            new Verdict([Finding.Of(up, "m") with { Fixes = [Fix.Of(FixSafety.Safe, "t", new Edit(texts[0], 0, 1, texts[0].Text == "x" ? "y" : "x"))] }], [])));
        mended.Unsettled.Should().Equal(up);
    }

    [Fact]
    public void Texts_of_others_are_not_touched()
    {
        var other = new SourceText("other", "x");
        Mended mended = Mender.Mend(Mending.Sources("d a 0755 root bin\n"), FixSafety.Safe, texts => new CheckedTexts(
            Mending.Check(texts).Compilation,
            new Verdict([Finding.Of(Crlf.Rule, "m") with { Fixes = [Fix.Of(FixSafety.Safe, "t", new Edit(other, 0, 1, "y"))] }], [])));
        mended.Fixed.Should().Be(0);
    }

    private static string MendOnly(Rule rule, string text) => Mending.MendOnly(Mending.Sources(text), rule).Texts[0].Text;
}
