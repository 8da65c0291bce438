using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Fixes;

public sealed class EditBatchTests
{
    private readonly SourceText source = new("m", "0123456789");
    private readonly EditBatch batch = new();

    [Fact]
    public void Edits_are_applied_whatever_the_order_they_come_in()
    {
        Add((8, 1, "h")).Should().BeTrue();
        Add((0, 2, ""), (4, 0, "x")).Should().BeTrue();
        Result.Should().Be("23x4567h9");
    }

    [Fact]
    public void A_fix_is_applied_as_a_whole_or_not_at_all()
    {
        Add((4, 2, "!")).Should().BeTrue();
        Add((0, 1, "lost"), (5, 1, "clash")).Should().BeFalse();
        Add((0, 1, "kept")).Should().BeTrue();
        Result.Should().Be("kept123!6789");
    }

    [Fact]
    public void A_fix_that_overlaps_itself_is_none()
    {
        Add((0, 4, "a"), (3, 2, "b")).Should().BeFalse();
        Result.Should().Be("0123456789");
    }

    [Fact]
    public void Insertions_at_one_place_keep_their_order_and_come_before_what_is_replaced_there()
    {
        Add((3, 2, "R")).Should().BeTrue();
        Add((3, 0, "a")).Should().BeTrue();
        Add((3, 0, "b"), (3, 0, "c")).Should().BeTrue();
        Add((5, 0, "d")).Should().BeTrue();
        Result.Should().Be("012abcRd56789");
    }

    [Fact]
    public void What_two_fixes_ask_for_is_done_once()
    {
        Add((3, 0, "a"), (5, 2, "R")).Should().BeTrue();
        Add((3, 0, "a"), (8, 1, "")).Should().BeTrue();
        Add((5, 2, "R")).Should().BeTrue();
        Result.Should().Be("012a34R79");
    }

    [Fact]
    public void A_fix_that_is_refused_takes_nothing_from_another()
    {
        Add((3, 0, "a")).Should().BeTrue();
        Add((6, 2, "R")).Should().BeTrue();
        Add((3, 0, "a"), (7, 1, "clash")).Should().BeFalse();
        Result.Should().Be("012a345R89");
    }

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(2, 3, false)]
    [InlineData(6, 1, true)]
    [InlineData(5, 1, false)]
    [InlineData(5, 0, false)]
    [InlineData(4, 0, true)]
    [InlineData(6, 0, true)]
    [InlineData(3, 5, false)]
    public void Neighbours_do_not_overlap(int start, int length, bool fits)
    {
        Add((4, 2, "R")).Should().BeTrue();
        Add((start, length, "x")).Should().Be(fits);
    }

    [Fact]
    public void Bytes_that_come_together_are_read_as_the_file_will_be()
    {
        var text = new SourceText("m", "\udcc3-\udca9");
        batch.TryAdd(Fix.Of(FixSafety.Safe, "t", new Edit(text, 1, 1, ""))).Should().BeTrue();
        batch.Apply(text).After.Text.Should().Be("\u00e9");
    }

    [Fact]
    public void Lines_are_traced_back_to_where_they_came_from()
    {
        var text = new SourceText("m", "one\n two\nthree\nfour\nfive");
        batch.TryAdd(new Fix(FixSafety.Safe, "t",
        [
            Edit.InsertBefore(text, 2, "new"), new Edit(text, 4, 1, ""), Edit.DeleteLine(text, 3), new Edit(text, 15, 4, "FOUR"), new Edit(text, text.Text.Length, 0, "\nend\n"),
        ])).Should().BeTrue();
        EditedText edited = batch.Apply(text);
        edited.After.Text.Should().Be("one\nnew\ntwo\nFOUR\nfive\nend\n");
        Enumerable.Range(1, 6).Select(edited.OriginOf).Should().Equal(1, 0, 2, 4, 5, 0);
    }

    private string Result => batch.Apply(source).After.Text;

    private bool Add(params (int Start, int Length, string Replacement)[] edits) =>
        batch.TryAdd(new Fix(FixSafety.Safe, "t", [.. edits.Select(edit => new Edit(source, edit.Start, edit.Length, edit.Replacement))]));
}
