using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>The object of the image that a finding is about.</summary>
public sealed record Subject(string Path, string Type, string? Component)
{
    /// <summary>The object that <paramref name="entry"/> delivers.</summary>
    public static Subject Of(Entry entry) => new(entry.Path.Text, entry.TypeName, entry.Origin.Component);
}
