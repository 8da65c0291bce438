using CsCheck;
using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Manual;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Manual;

public sealed class ManCheckFileTests
{
    [Fact]
    public void Statements_and_comments_are_read_as_mancheck_does()
    {
        ManCheckFile file = Parse("/*\n * -page \"none\";\n */\n+section \"3*\";-section\t\"3perl\" /* why */ ;\n\n-page\n\"curl_*.3\"; /**/");

        file.Faults.Should().BeEmpty();
        file.Statements.Select(statement => (statement.Verb, statement.Pattern.Text)).Should().Equal(
            (ManCheckVerb.IncludeSection, "3*"), (ManCheckVerb.ExcludeSection, "3perl"), (ManCheckVerb.ExcludePage, "curl_*.3"));
        file.Statements.Select(statement => file.Source.Text[statement.Start..statement.End]).Should().Equal(
            "+section \"3*\";", "-section\t\"3perl\" /* why */ ;", "-page\n\"curl_*.3\";");
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("+page \"x\";", 1, 1, "'+page' is no statement")]
    [InlineData("+sections \"x\";", 1, 1, "'+sections' is no statement")]
    [InlineData("section \"x\";", 1, 1, "'section' is no statement")]
    [InlineData("+section/* x */ \"x\";", 1, 1, "'+section/*' is no statement")]
    [InlineData("+section;", 1, 1, "'+section' lacks its pattern")]
    [InlineData("+section x;", 1, 1, "'+section' lacks its pattern")]
    [InlineData("-page \"x\" -page \"y\";", 1, 1, "the statement is not finished")]
    [InlineData("-page \"x\"", 1, 1, "the statement is not finished")]
    [InlineData("-page", 1, 1, "'-page' lacks its pattern")]
    [InlineData("-page \"x\n\";", 1, 7, "the string is not closed on its line")]
    [InlineData("-page \"", 1, 7, "the string is not closed on its line")]
    [InlineData("-page \"\";", 1, 7, "the pattern is empty")]
    [InlineData("\n\n  /* open", 3, 3, "the comment is not closed")]
    [InlineData("\";", 1, 1, "'\"' is no statement")]
    public void A_fault_stands_at_its_place(string text, int line, int column, string? message = null)
    {
        ManCheckFile file = Parse(text);

        file.Statements.Should().BeEmpty();
        file.Faults.Select(fault => (fault.Location.Line, fault.Location.Column, fault.Message)).Take(1)
            .Should().Equal(message is null ? [] : [(line, column, message)]);
    }

    [Fact]
    public void One_odd_line_hides_no_other()
    {
        ManCheckFile file = Parse("+section \"1\"\n+section \"2\";\n+page \"x\";\n-page \"open\n-section \"3\";\nwhat; -page \"y\";\n");

        file.Statements.Select(statement => statement.Pattern.Text).Should().Equal("2", "3", "y");
        file.Faults.Select(fault => fault.Location.Line).Should().Equal(1, 3, 4, 6);
    }

    [Fact]
    public void Any_text_gives_statements_and_faults_within_it()
    {
        string[] pieces = ["+section", "-section", "-page", "+page", " ", "\n", "\r\n", "\"", ";", "/*", "*/", "3*", "x.3", "\ufeff", "\0", "\udc80", "\\", "+", "-"];
        Gen<string> piece = Gen.OneOf(Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]), Gen.Char.Select(c => c.ToString()));
        piece.Array[0, 40].Select(string.Concat).Sample(
            text =>
            {
                ManCheckFile file = Parse(text);
                foreach (ManCheckFault fault in file.Faults)
                {
                    Assert.InRange(fault.Location.Line, 1, file.Source.LineCount);
                    Assert.InRange(fault.Location.Column, 1, file.Source.Line(fault.Location.Line).Length + 1);
                    Assert.True(fault.Location.EndColumn > fault.Location.Column);
                }
                int last = 0;
                foreach (ManCheckStatement statement in file.Statements)
                {
                    Assert.True(statement.Start >= last && statement.End > statement.Start && statement.Pattern.Length > 0);
                    Assert.Equal(';', text[statement.End - 1]);
                    last = statement.End;
                }
            },
            iter: 20_000);
    }

    [Fact]
    public void What_is_written_is_read()
    {
        Gen<(ManCheckVerb Verb, string Pattern)> statement = Gen.Select(Gen.Enum<ManCheckVerb>(), Gen.String[Gen.Char["abc3*?[]!.-\\;/* "], 1, 8]);
        statement.Array[0, 8].Sample(statements =>
        {
            string text = string.Concat(statements.Select(pair => $"{Word(pair.Verb)} \"{pair.Pattern}\"; /* {pair.Verb} */\n"));
            ManCheckFile file = Parse(text);
            Assert.Empty(file.Faults);
            Assert.Equal(statements, file.Statements.Select(read => (read.Verb, read.Pattern.Text)));
        });
    }

    [Theory]
    [InlineData("/*")]
    [InlineData("\"")]
    [InlineData("+section \"")]
    [InlineData("-page \"x\"\n")]
    public void Long_texts_take_little_time(string piece)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Parse(string.Concat(Enumerable.Repeat(piece, 100_000))).Faults.Should().NotBeEmpty();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [CorpusFact]
    public void The_real_files_have_no_faults()
    {
        string[] names = ["illumos", "illumos-extra", "smartos-live"];
        ManCheckFile[] files = [.. names.Select(name => Read(Path.Combine(Repository.Corpus, "exceptions", name + ".mancheck.conf")))];

        files.SelectMany(file => file.Faults).Should().BeEmpty();
        files.Select(file => file.Statements.Count).Should().Equal(files.Select(CountedLines));
        CompleteArea area = ManCheckFile.AreaOf(files, SmartOs.Profile.Manual)!;
        area.Means(ImagePath.Parse("usr/share/man/man7/x.7")).Should().BeTrue();
        area.Means(ImagePath.Parse("usr/share/man/man1/x.1")).Should().BeFalse();
        area.Except.Should().Contain(exemption => exemption.Pattern.Matches(ImagePath.Parse("usr/share/man/man3/curl_easy_init.3")));
        area.Except.Should().NotContain(exemption => exemption.Pattern.Matches(ImagePath.Parse("usr/share/man/man3/acurl_easy_init.3")));

        // Every statement of these files stands on a line of its own.
        static int CountedLines(ManCheckFile file) => file.Source.Lines.Count(line => line.Text is ['+' or '-', ..]);
    }

    private static ManCheckFile Parse(string text) => ManCheckFile.Parse(new SourceText("mancheck.conf", text));

    private static ManCheckFile Read(string path) => ManCheckFile.Parse(SourceText.FromBytes(path, File.ReadAllBytes(path)));

    private static string Word(ManCheckVerb verb) => verb switch
    {
        ManCheckVerb.IncludeSection => "+section",
        ManCheckVerb.ExcludeSection => "-section",
        _ => "-page",
    };
}
