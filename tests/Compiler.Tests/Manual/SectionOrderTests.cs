using CsCheck;
using ManifestLinker.Compiler.Manual;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Tests.Manual;

public class SectionOrderTests
{
    private static readonly string[] Names = ["1", "1b", "1m", "2", "3", "3c", "3x", "3head", "3socket", "3xnet", "4", "7i", "8", "8s", "9", "9f"];

    private static readonly IReadOnlyList<SectionRank> Ranks = SmartOs.Profile.Manual.Ranks;

    [Theory]
    [InlineData("1 1b 1m", "1 1m 1b")]
    [InlineData("1b 8", "8 1b")]
    [InlineData("1b 8s 8", "8 8s 1b")]
    [InlineData("1 2 3 4 5 6 7 8 9", "1 8 2 3 4 5 6 7 9")]
    [InlineData("3bsm 3c 3lib 3", "3 3c 3bsm 3lib")]
    [InlineData("3head 3socket 3xnet 3c", "3c 3socket 3head 3xnet")]
    [InlineData("2 3head 3xnet", "2 3head 3xnet")]
    [InlineData("9 9e 9f", "9 9e 9f")]
    [InlineData("2 2", "2")]
    [InlineData("", "")]
    public void Is_that_of_mancf(string sections, string order) =>
        SectionOrder.Of(sections.Split(' ', StringSplitOptions.RemoveEmptyEntries), Ranks).Should().Equal(order.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Every_section_comes_once_and_none_before_one_that_outranks_it() =>
        Gen.Int[0, Names.Length - 1].Select(i => Names[i]).Array[0, 16].Sample(
            sections =>
            {
                IReadOnlyList<string> order = SectionOrder.Of(sections, Ranks);

                order.Should().BeEquivalentTo(sections.Distinct());
                for (int i = 0; i < order.Count; i++)
                {
                    for (int later = i + 1; later < order.Count; later++)
                        Ranks.Any(rank => rank.Puts(order[later], order[i])).Should().BeFalse($"{order[later]} comes after {order[i]}");
                }
            },
            iter: 2000);

    [Fact]
    public void Ranks_that_lead_round_in_a_circle_are_told() =>
        FluentActions.Invoking(() => SectionOrder.Of(["1", "a", "b"], [Rank("a", "b"), Rank("b", "a")]))
            .Should().Throw<InvalidDataException>().WithMessage("each of the sections a, b of the manual comes after another of them, so none can come first");

    [Fact]
    public void No_section_comes_before_itself() => SectionOrder.Of(["a", "b"], [Rank("*", "a")]).Should().Equal("b", "a");

    private static SectionRank Rank(string first, string then) => new(new ShellPattern(first), new ShellPattern(then));
}
