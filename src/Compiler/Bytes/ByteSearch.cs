namespace ManifestLinker.Compiler.Bytes;

/// <summary>Looks for bytes in a source of any size, in pieces.</summary>
public static class ByteSearch
{
    private const int Piece = 256 * 1024;

    /// <summary>Whether <paramref name="content"/> holds <paramref name="wanted"/>, which is not empty and shorter than a piece.</summary>
    public static bool Contains(this ByteSource content, ReadOnlySpan<byte> wanted, CancellationToken cancel = default)
    {
        // Pieces overlap, so that what lies across their border is seen whole.
        int overlap = wanted.Length - 1;
        var buffer = new byte[(int)Math.Min(content.Length, Piece)];
        for (long at = 0; content.Length - at >= wanted.Length; at += Piece - overlap)
        {
            cancel.ThrowIfCancellationRequested();
            Span<byte> bytes = buffer.AsSpan(0, (int)Math.Min(buffer.Length, content.Length - at));
            content.Read(at, bytes);
            if (bytes.IndexOf(wanted) >= 0) return true;
        }
        return false;
    }
}
