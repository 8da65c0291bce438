using CsCheck;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Tests.Ir;

public sealed class ImagePathTests
{
    private static readonly Gen<string> Spelled =
        Gen.OneOf("a", "b", "ab", "A", "a-", ".", "..", "...", "", "\u00e9", "\ud83d\ude80").Array[0, 6].Select(parts => string.Join('/', parts));

    private static readonly Gen<ImagePath> Path = Spelled.Where(text => ImagePath.TryParse(text, out _)).Select(ImagePath.Parse);

    [Theory]
    [InlineData("", "")]
    [InlineData(".", "")]
    [InlineData("/", "")]
    [InlineData("//./", "")]
    [InlineData("/a//b/./", "a/b")]
    [InlineData("a/...", "a/...")]
    [InlineData(".a/b.", ".a/b.")]
    public void Spellings_are_normalised(string spelled, string text) => ImagePath.Parse(spelled).Text.Should().Be(text);

    [Theory]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("/..")]
    public void Going_up_is_refused(string spelled)
    {
        ImagePath.TryParse(spelled, out ImagePath path).Should().BeFalse();
        path.IsRoot.Should().BeTrue();
        FluentActions.Invoking(() => ImagePath.Parse(spelled)).Should().Throw<FormatException>().WithMessage($"'{spelled}'*");
    }

    [Fact]
    public void Normalising_is_dropping_the_components_that_say_nothing() => Spelled.Sample(spelled =>
    {
        string[] components = spelled.Split('/');
        bool parsed = ImagePath.TryParse(spelled, out ImagePath path);
        parsed.Should().Be(!components.Contains(".."));
        if (parsed) path.Text.Should().Be(string.Join('/', components.Where(component => component is not ("" or "."))));
    });

    [Fact]
    public void Normalising_twice_is_normalising_once() => Path.Sample(path =>
    {
        ImagePath.Parse(path.Text).Should().Be(path);
        ImagePath.IsNormal(path.Text).Should().BeTrue();
        ImagePath.Parse($"/./{path}//").Should().Be(path);
    });

    [Fact]
    public void Normal_is_what_normalising_leaves_alone() => Spelled.Sample(spelled =>
        ImagePath.IsNormal(spelled).Should().Be(ImagePath.TryParse(spelled, out ImagePath path) && path.Text == spelled));

    [Fact]
    public void A_path_is_its_parent_and_its_name() => Path.Where(path => !path.IsRoot).Sample(path =>
    {
        path.Parent.Append(path.Name).Should().Be(path);
        path.Depth.Should().Be(path.Parent.Depth + 1);
        path.IsAtOrBelow(path.Parent).Should().BeTrue();
        path.Parent.IsAtOrBelow(path).Should().BeFalse();
    });

    [Fact]
    public void The_root_holds_itself() =>
        (ImagePath.Root.Parent.IsRoot, ImagePath.Root.Name, ImagePath.Root.Depth, default(ImagePath) == ImagePath.Parse("/")).Should().Be((true, "", 0, true));

    [Fact]
    public void Below_and_RelativeTo_undo_each_other() => Gen.Select(Path, Path).Sample((path, directory) =>
    {
        ImagePath whole = path.Below(directory);
        whole.IsAtOrBelow(directory).Should().BeTrue();
        whole.RelativeTo(directory).Should().Be(path);
        whole.Depth.Should().Be(path.Depth + directory.Depth);
        ImagePath.IsNormal(whole.Text).Should().BeTrue();
        if (path.IsAtOrBelow(directory)) path.RelativeTo(directory).Below(directory).Should().Be(path);
        else FluentActions.Invoking(() => path.RelativeTo(directory)).Should().Throw<ArgumentException>();
    });

    [Fact]
    public void At_or_below_is_by_components() => Gen.Select(Path, Path).Sample((path, directory) =>
    {
        string[] Parts(ImagePath p) => p.Text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        path.IsAtOrBelow(directory).Should().Be(Parts(path).Take(directory.Depth).SequenceEqual(Parts(directory)));
    });

    [Fact]
    public void The_order_is_total_and_that_of_the_text() => Gen.Select(Path, Path, Path).Sample((a, b, c) =>
    {
        Math.Sign(a.CompareTo(b)).Should().Be(Math.Sign(string.CompareOrdinal(a.Text, b.Text))).And.Be(-Math.Sign(b.CompareTo(a)));
        (a.CompareTo(b) == 0).Should().Be(a == b);
        if (a == b) a.GetHashCode().Should().Be(b.GetHashCode());
        if (a <= b && b <= c) (a <= c).Should().BeTrue();
        bool before = a < b;
        bool after = a > b;
        (before, after).Should().Be((a.CompareTo(b) < 0, a.CompareTo(b) > 0));
        (a >= b).Should().Be(!before);
        (a <= b).Should().Be(!after);
    });
}
