using CsCheck;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Tests.Fixes;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Tests.Bind;

/// <summary>No text makes the binder fail, and no line of it is passed over in silence.</summary>
public sealed class TotalityTests
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        "f", "d", "s", "h", " ", " ", " ", "\t", "\n", "\n", "\r\n", "\r", "=", "#", "/", "..", ".", "a", "usr", "0555", "755", "root", "bin",
        "$X", "$", "@A@", "%{", "<<<<<<< ", "# mlc: allow MLC1 -- x", "\0", "\udc80", "\ud83d\ude80", "\ufeff", "\u0007", "\u00e9", "--", ",");

    private static readonly Gen<string> Text = Piece.Array[0, 60].Select(string.Concat);

    [Fact]
    public void Every_line_is_blank_a_comment_an_entry_or_a_finding() => Text.Sample(Check, iter: ManifestSoup.Iterations(3000));

    [Fact]
    public void So_it_is_with_any_bytes() =>
        Gen.Byte.Array[0, 200].Sample(bytes => Check(EscapedUtf8.Decode(bytes)), iter: ManifestSoup.Iterations(1000));

    [Fact]
    public void So_it_is_with_lines_that_are_almost_right() =>
        Gen.Select(Gen.OneOf("f usr/bin/true 0555 root bin", "s a=b", "h usr/a=usr/b", "d usr 0755 root sys"), Gen.Int[0, 30], Piece)
            .Array[1, 10]
            .Select(lines => string.Concat(lines.Select(line => line.Item1.Insert(Math.Min(line.Item2, line.Item1.Length), line.Item3) + "\n")))
            .Sample(Check, iter: ManifestSoup.Iterations(1000));

    // A character that is merely odd stood before one that no name can have, and was all that was said of the line.
    [Theory]
    [InlineData("s a=\u00e9\0\n")]
    [InlineData("d \u00e9\udc80 0755 root sys\n")]
    public void What_was_passed_over_once_is_not_again(string text) => Check(text);

    private static void Check(string text)
    {
        var findings = new List<Finding>();
        BoundManifest bound = Binder.Bind(new SourceText("t", text), "c", Variables.None, findings);
        var entries = bound.Entries.Select(entry => entry.Origin.Path.Line).ToHashSet();
        var faults = findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Location!.Line).ToHashSet();
        foreach (LineSyntax line in bound.Syntax.Lines)
        {
            bool silent = line is BlankLine or CommentLine;
            (silent || entries.Contains(line.Number) || faults.Contains(line.Number)).Should().BeTrue("line {0} of {1}", line.Number, text);
        }
        foreach (Finding finding in findings)
        {
            Location at = finding.Location!;
            at.Line.Should().BeInRange(1, bound.Syntax.Source.LineCount);
            at.Column.Should().BeGreaterThan(0);
            at.EndColumn.Should().BeGreaterThan(at.Column);
            at.EndColumn.Should().BeLessThanOrEqualTo(at.LineText.Length + 2, "a finding may point at the end of its line, not beyond it");
        }
    }
}
