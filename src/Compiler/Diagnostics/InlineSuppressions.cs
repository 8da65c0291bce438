using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>The excuses that stand in a manifest: <c># mlc: allow RULE -- reason</c> at the end of a line, or on the line before.</summary>
public static class InlineSuppressions
{
    /// <summary>The suppressions of <paramref name="manifest"/>. A directive that is not well formed excuses nothing.</summary>
    public static IEnumerable<Suppression> In(ManifestSyntax manifest)
    {
        foreach (LineSyntax line in manifest.Lines)
        {
            if (line.Comment?.Directive is not { IsWellFormed: true } directive) continue;
            int covered = line is CommentLine ? line.Number + 1 : line.Number;
            foreach (Grammar.Source.Token rule in directive.Rules)
                yield return new Suppression(rule.Text, null, directive.Reason?.Text ?? "", manifest.Source.Name, covered);
        }
    }
}
