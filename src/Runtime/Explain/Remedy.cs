using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Runtime.Explain;

/// <summary>A way to live with a finding that is right as it is, as text to copy.</summary>
internal sealed record Remedy(string Title, string Format, string Text)
{
    /// <summary>
    /// The ways for findings of <paramref name="rule"/>: none where it is locked, or about the workspace file itself; what stands in no
    /// manifest can be excused in the workspace file only, and what is about no object in a manifest only.
    /// </summary>
    public static IEnumerable<Remedy> Of(Rule rule)
    {
        if (RuleFacts.IsLocked(rule) || rule.Phase is Phase.Configuration) yield break;
        if (rule.Phase is Phase.Syntax or Phase.Semantics or Phase.Resolve || (rule.Phase == Phase.Judgement && rule != StaleBaseline.Rule))
        {
            yield return new Remedy(
                "To allow it on one line of a manifest, at its end or on the line before",
                "text",
                $"# mlc: allow {rule.Id} -- why it is right here");
        }
        if (rule.Phase != Phase.Judgement)
        {
            yield return new Remedy(
                "To allow it for objects of the image, in mlc.toml",
                "toml",
                $"""
                [[exception]]
                rule = "{rule.Id}"
                path = "usr/lib/**"
                reason = "why it is right there"
                """.ReplaceLineEndings("\n"));
        }
        yield return new Remedy(
            "To give it another severity, or switch it off, in mlc.toml",
            "toml",
            $"""
            [rules.severity]
            "{rule.Id}" = "{(rule.Severity == Severity.Warning ? "error" : "warning")}"   # or "{(rule.Severity == Severity.Info ? "error" : "info")}", or "off"
            """.ReplaceLineEndings("\n"));
    }
}
