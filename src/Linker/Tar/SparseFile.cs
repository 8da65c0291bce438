using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Tar;

/// <summary>Finds what of a file need not be stored.</summary>
internal static class SparseFile
{
    // The unit of what is left out; GNU tar looks at blocks of 512 bytes, which makes maps of many pieces.
    private const int Unit = 64 * 1024;

    /// <summary><paramref name="member"/> as a sparse file, where <paramref name="content"/> has ranges of zeros; as it is where it has none.</summary>
    public static TarMember Of(TarMember member, ByteSource content, CancellationToken cancel)
    {
        if (member.Size == 0) return member;
        List<SparseRange> ranges = RangesOf(content, cancel);
        long stored = ranges.Sum(range => range.Length);
        if (stored == content.Length) return member;
        // A range of no bytes at the end states the length, where the file ends in zeros.
        if (ranges is not [.., { } last] || last.Offset + last.Length < content.Length) ranges.Add(new SparseRange(content.Length, 0));
        return member with { Type = 'S', Size = stored, RealSize = content.Length, Ranges = ranges };
    }

    private static List<SparseRange> RangesOf(ByteSource content, CancellationToken cancel)
    {
        var found = new List<SparseRange>();
        var buffer = new byte[Unit];
        long known = 0;
        foreach ((long offset, long length) in content.DataRuns())
        {
            // Units begin at multiples of their size, whatever the runs are.
            for (long at = Math.Max(known, offset / Unit * Unit); at < offset + length; at += Unit)
            {
                cancel.ThrowIfCancellationRequested();
                Span<byte> unit = buffer.AsSpan(0, (int)Math.Min(Unit, content.Length - at));
                content.Read(at, unit);
                known = at + unit.Length;
                if (unit.ContainsAnyExcept((byte)0)) found.Add(new SparseRange(at, unit.Length));
            }
        }
        return [.. found.Select(range => (range.Offset, range.Length)).Joined().Select(run => new SparseRange(run.Offset, run.Length))];
    }
}
