namespace ManifestLinker.Runtime.Rendering;

/// <summary>A format that findings can be written in.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="About">What it is good for, in a few words.</param>
/// <param name="Renderer">What writes it; the colours are for people's eyes only.</param>
internal sealed record OutputFormat(string Name, string About, Func<Palette, IFindingRenderer> Renderer);
