using System.IO.Enumeration;

namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>A pattern for the detail key of a finding: <c>*</c> stands for any characters, <c>?</c> for one, <c>\</c> takes the next as it is.</summary>
public sealed record DetailGlob(string Pattern)
{
    /// <summary>Whether all of <paramref name="detailKey"/> fits.</summary>
    public bool Matches(string detailKey) => FileSystemName.MatchesSimpleExpression(Pattern, detailKey, ignoreCase: false);

    /// <inheritdoc/>
    public override string ToString() => Pattern;
}
