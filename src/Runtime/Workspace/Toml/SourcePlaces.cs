using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Workspace.Toml;

/// <summary>From offsets in a text to its lines and columns.</summary>
internal sealed class SourcePlaces(SourceText source)
{
    /// <summary>The text.</summary>
    public SourceText Source => source;

    /// <summary>
    /// The place of the <paramref name="length"/> characters at <paramref name="offset"/>, cut at the end of their first line; what
    /// lies at the end of a line, or behind the text, is the place after the last character.
    /// </summary>
    public Location At(int offset, int length)
    {
        if (source.LineCount == 0) return new Location(source, 1, 1, 1);
        SourceLine line = LineAt(offset);
        int start = Math.Clamp(offset, line.Start, line.End);
        int end = Math.Clamp(offset + length, start, line.End);
        return new Location(source, line.Number, start - line.Start + 1, Math.Max(end, start + 1) - line.Start + 1);
    }

    /// <summary>The line that holds <paramref name="offset"/>; the last one for what lies behind the text.</summary>
    public SourceLine LineAt(int offset) => source.LineOf(Math.Min(offset, source.Text.Length - 1));
}
