namespace ManifestLinker.Compiler.Bytes;

/// <summary>Ranges of a source outside of which all bytes are zeros, as <see cref="ByteSource.DataRuns"/> gives them.</summary>
public static class DataRuns
{
    /// <summary>These <paramref name="runs"/>, which come by rising offset and do not overlap; those that touch become one.</summary>
    public static IEnumerable<(long Offset, long Length)> Joined(this IEnumerable<(long Offset, long Length)> runs)
    {
        long start = 0, end = 0;
        foreach ((long offset, long length) in runs)
        {
            if (offset != end)
            {
                if (end > start) yield return (start, end - start);
                start = offset;
            }
            end = offset + length;
        }
        if (end > start) yield return (start, end - start);
    }
}
