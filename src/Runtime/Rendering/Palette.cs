namespace ManifestLinker.Runtime.Rendering;

/// <summary>The colours of the human form: the codes of a terminal, or nothing.</summary>
internal sealed record Palette
{
    /// <summary>No colours.</summary>
    public static readonly Palette Plain = new();

    /// <summary>Colours of ECMA-48, as every terminal shows them.</summary>
    public static readonly Palette Ansi = new();
}
