using System.Globalization;
using CsCheck;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Settings;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Runtime.Workspace.Shapes;

namespace ManifestLinker.Runtime.Tests.Workspace;

/// <summary>
/// Whatever stands in a workspace file, it is a file or a list of problems, in order and within the text. With <c>MLC_FUZZ_ITERATIONS</c>
/// as many texts are tried as it says. What was found is kept in <c>tests/golden/workspace/found</c>.
/// </summary>
public class ConfigurationFuzzTests
{
    private const int FewIterations = 1000;

    private static readonly string[] Words =
    [
        .. DescribedKey.Tables().Select(table => table.Header + "\n"),
        .. DescribedKey.All().SelectMany(key => new[] { key.Path, key.Path[(key.Path.LastIndexOf('.') + 1)..] }).Distinct(),
        .. DescribedKey.All().SelectMany(key => key.Value.Words).Distinct().Select(word => $"\"{word}\""),
        " = ", "=", "\n", "\n", "\r\n", "\r", " ", "\t", "[", "]", "[[", "]]", "{", "}", ",", ".", "#", "\"", "'", "\"\"\"", "'''", "\\", "\\u0000", "\\udc80",
        "0", "-1", "9223372036854775808", "0x10", "1_0", "1.5", "inf", "true", "2030-12-31", "2030-12-31T00:00:00Z", "\"\"", "\" \"", "'x'", "['x']", "[3]", "{ x = 1 }",
        "\"MLC2\"", "\"**/a/**\"", "\"1.2.3\"", "\">=0.1\"", "\">=99\"", "\"mlc.toml\"", "\0", "\u0007", "\u007f", "\u0085", "\u00a0", "\u2028", "\ufeff", "\udc80", "\ud83d", "\ud83d\ude00", "\u00e9",
    ];

    private static readonly string[] GoodTexts =
    [
        .. Directory.EnumerateFiles(Repository.Golden, "*.toml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText),
        File.ReadAllText(Path.Combine(Repository.Sample, "mlc.toml")),
    ];

    private static long Iterations { get; } = Environment.GetEnvironmentVariable("MLC_FUZZ_ITERATIONS") is { Length: > 0 } given
        ? long.Parse(given, CultureInfo.InvariantCulture)
        : FewIterations;

    public static TheoryData<string> Found =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Golden, "workspace", "found")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Soup_of_TOML_gives_problems_within_it_or_a_file() =>
        OneOf(Words).Array[0, 40].Select(string.Concat).Sample(Judge, iter: Iterations);

    [Fact]
    public void Damaged_files_give_problems_within_them_or_a_file()
    {
        Gen<(int, int, int, string)> damage = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 9999], Gen.Int[0, 9999], OneOf(Words));
        Gen.Select(OneOf(GoodTexts), damage.Array[1, 6], OneOf(GoodTexts))
            .Select((text, damages, other) => damages.Aggregate(text, (now, one) => Damaged(now, one, other)))
            .Sample(Judge, iter: Iterations);
    }

    [Theory]
    [MemberData(nameof(Found))]
    public void What_was_found_once_is_no_fault_any_more(string name) =>
        Judge(EscapedUtf8.Decode(File.ReadAllBytes(Path.Combine(Repository.Golden, "workspace", "found", name))));

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string Damaged(string text, (int Kind, int At, int Length, string Word) damage, string other)
    {
        if (text.Length == 0) return damage.Word;
        int at = damage.At % text.Length;
        int length = Math.Min(damage.Length % 40, text.Length - at);
        return damage.Kind switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, damage.Word),
            2 => text.Insert(at, text.Substring(damage.Length % text.Length, Math.Min(length, text.Length - (damage.Length % text.Length)))),
            _ => string.Concat(text.AsSpan(0, at), other.AsSpan(Math.Min(damage.Length, other.Length))),
        };
    }

    private static void Judge(string text)
    {
        var source = new SourceText("mlc.toml", text);
        (WorkspaceFile? file, IReadOnlyList<ConfigurationProblem> problems) = WorkspaceFile.Read(source);
        Assert.Equal(file is null, problems.Count > 0);
        foreach (ConfigurationProblem problem in problems)
        {
            Assert.InRange(problem.Location.Line, 1, Math.Max(1, source.LineCount));
            int length = source.LineCount == 0 ? 0 : source.Line(problem.Location.Line).Length;
            Assert.InRange(problem.Location.Column, 1, length + 1);
            Assert.InRange(problem.Location.EndColumn, problem.Location.Column + 1, length + 2);
            Assert.False(string.IsNullOrWhiteSpace(problem.Message) || string.IsNullOrWhiteSpace(problem.Help));
            // The parser's own words are not for users.
            Assert.DoesNotContain("token", problem.Message, StringComparison.OrdinalIgnoreCase);
        }
        foreach ((ConfigurationProblem before, ConfigurationProblem after) in problems.Zip(problems.Skip(1)))
            Assert.True(ConfigurationProblem.ByPlace(before, after) <= 0);
        using var shown = new MemoryStream();
        new ProblemRenderer(Palette.Plain).Render("/", problems, shown);
        if (file is not null) ShowAndReadAgain(file);
    }

    private static void ShowAndReadAgain(WorkspaceFile file)
    {
        var levels = new RuleLevels(file, file.ToPolicy(), [], [], []);
        string shown = SettingsText.Of(SettingsInForce.Of(file, new GivenSettings(), SmartOs.Profile, levels.Decided()), [], new FileNames("/"));
        Assert.Empty(WorkspaceFile.Read(new SourceText("mlc.toml", shown)).Problems);
    }
}
