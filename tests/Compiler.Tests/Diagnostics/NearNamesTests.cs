using CsCheck;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Tests.Diagnostics;

public sealed class NearNamesTests
{
    private static readonly Gen<string> Name = Gen.Char["abc"].Array[0, 7].Select(chars => new string(chars));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("alias", "alais", 1)]
    [InlineData("gfx_private.h.h", "gfx_private.h", 2)]
    [InlineData("bit", "bin", 1)]
    [InlineData("ca", "abc", 3)] // what was swapped is not changed again
    public void Distances(string a, string b, int distance) => NearNames.Distance(a, b).Should().Be(distance);

    [Fact]
    public void The_distance_is_nothing_only_between_equal_names() => Gen.Select(Name, Name).Sample((a, b) =>
        (NearNames.Distance(a, b) == 0).Should().Be(a == b));

    [Fact]
    public void The_distance_is_the_same_both_ways() => Gen.Select(Name, Name).Sample((a, b) =>
        NearNames.Distance(a, b).Should().Be(NearNames.Distance(b, a)));

    [Fact]
    public void The_distance_lies_between_the_difference_and_the_greater_of_the_lengths() => Gen.Select(Name, Name).Sample((a, b) =>
        NearNames.Distance(a, b).Should().BeInRange(Math.Abs(a.Length - b.Length), Math.Max(a.Length, b.Length)));

    [Fact]
    public void What_stands_around_both_names_does_not_matter() => Gen.Select(Name, Name).Sample((a, b) =>
    {
        NearNames.Distance("x" + a, "x" + b).Should().Be(NearNames.Distance(a, b));
        NearNames.Distance(a + "x", b + "x").Should().Be(NearNames.Distance(a, b));
    });

    // A swap of neighbours saves one of two steps, so that the way round by a third name may be shorter, but by no more than that.
    [Fact]
    public void A_way_round_is_never_shorter_than_half() => Gen.Select(Name, Name, Name).Sample((a, b, c) =>
        NearNames.Distance(a, c).Should().BeLessThanOrEqualTo(2 * (NearNames.Distance(a, b) + NearNames.Distance(b, c))));

    [Fact]
    public void The_distance_is_that_of_its_definition() => Gen.Select(Name, Name).Sample((a, b) =>
        NearNames.Distance(a, b).Should().Be(ByDefinition(a, b)), iter: 500);

    [Theory]
    [InlineData("bit", "bin mail root", "bin")]
    [InlineData("roto", "root sys", "root")]
    [InlineData("mbrtowc16.3c", "mbrtoc16.3c mbrtowc.3c", "mbrtoc16.3c")]
    [InlineData("cat", "dog", null)]
    [InlineData("libz.so.1", "libz.so.2 libz.so.3", "libz.so.2")] // of equally near ones the first in order
    [InlineData("libz.so.1", "libz.so.3 libz.so.2", "libz.so.2")]
    [InlineData("a", "b", null)] // nothing would be left of the name
    [InlineData("ab", "ac", "ac")]
    [InlineData("x", "", null)]
    public void The_nearest_name(string name, string candidates, string? nearest) =>
        NearNames.Nearest(name, candidates.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Should().Be(nearest);

    [Fact]
    public void The_nearest_name_does_not_depend_on_the_order() => Gen.Select(Name, Name.Array[0, 6]).Sample((name, candidates) =>
        NearNames.Nearest(name, candidates).Should().Be(NearNames.Nearest(name, candidates.Reverse())));

    private static int ByDefinition(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.IsEmpty || b.IsEmpty) return a.Length + b.Length;
        int best = Math.Min(ByDefinition(a[1..], b) + 1, ByDefinition(a, b[1..]) + 1);
        best = Math.Min(best, ByDefinition(a[1..], b[1..]) + (a[0] == b[0] ? 0 : 1));
        if (a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0]) best = Math.Min(best, ByDefinition(a[2..], b[2..]) + 1);
        return best;
    }
}
