using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>
/// An excuse for findings of one rule: for the objects that <see cref="Paths"/> covers (null for any), or for one line of a
/// file. <see cref="Reason"/> tells the next reader why it is right as it is.
/// </summary>
public sealed record Suppression(string Rule, PathGlob? Paths, string Reason, string? File = null, int Line = 0)
{
    /// <summary>Whether it excuses <paramref name="finding"/>.</summary>
    public bool Excuses(Finding finding)
    {
        if (!finding.Rule.Matches(Rule)) return false;
        if (File is not null && !(finding.Location is { } at && at.Line == Line && at.File.Equals(File, StringComparison.Ordinal)))
            return false;
        return Paths is null || (finding.Subject is { } subject
            && ImagePath.TryParse(subject.Path, out ImagePath path)
            && Paths.Matches(path));
    }
}
