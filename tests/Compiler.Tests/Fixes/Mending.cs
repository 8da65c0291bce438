using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Fixes;

/// <summary>Texts checked with every rule, and mended.</summary>
internal static class Mending
{
    public static readonly Variables Variables = new(new Dictionary<string, string> { ["V"] = "6.0", ["P"] = "/abs" });

    // Those that are opt-in are asked for by their names.
    private static readonly Policy Everything = new()
    {
        Severities = [.. RuleTable.All.Where(rule => rule.OptIn).Select(rule => KeyValuePair.Create(rule.Id, (Severity?)rule.Severity))],
    };

    public static IReadOnlyList<SourceText> Sources(params string[] texts) =>
        [.. texts.Select((text, i) => SourceText.FromBytes(((char)('a' + i)).ToString(), EscapedUtf8.Encode(text)))];

    public static CheckedTexts Check(IReadOnlyList<SourceText> sources)
    {
        Compilation compilation = Compilation.Run(
            new CompilationInput
            {
                Manifests = [.. sources.Select(source => (source.Name, source))],
                Variables = Variables,
                Profile = Checked.BareProfile,
                Counts = Everything.Counts,
            },
            Checked.Host);
        Policy policy = Everything with { Suppressions = [.. compilation.Manifests.SelectMany(manifest => InlineSuppressions.In(manifest.Syntax))] };
        return new CheckedTexts(compilation, policy.Judge(compilation.Findings));
    }

    public static Mended Mend(IReadOnlyList<SourceText> sources, FixSafety most = FixSafety.Safe) => Mender.Mend(sources, most, Check);

    /// <summary>The first of the mended texts.</summary>
    public static string Mend(string text, FixSafety most = FixSafety.Safe) => Mend(Sources(text), most).Texts[0].Text;

    /// <summary>Texts mended where nothing but <paramref name="rules"/> is found.</summary>
    public static Mended MendOnly(IReadOnlyList<SourceText> sources, params Rule[] rules) => Mender.Mend(sources, FixSafety.Safe, texts =>
    {
        CheckedTexts all = Check(texts);
        return all with { Verdict = all.Verdict with { Findings = [.. all.Verdict.Findings.Where(finding => rules.Contains(finding.Rule))] } };
    });

    /// <summary>All comments, without what may stand at the end of a line; what a directive says is for the rules about directives to mend.</summary>
    public static IEnumerable<string> Comments(IEnumerable<SourceText> sources) => sources
        .SelectMany(source => ManifestParser.Parse(source).Lines)
        .Select(line => line.Comment?.Directive is null ? line.Comment?.Token.Text.TrimEnd(' ', '\t', '\r') : "# mlc:")
        .OfType<string>()
        .Order(StringComparer.Ordinal);
}
