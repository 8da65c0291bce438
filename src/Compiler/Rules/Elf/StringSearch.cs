using System.Text;
using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>
/// Looks for strings that begin with a directory of the build machine, or are an absolute path through a folder that is called as proto areas
/// are. The file is read in pieces, so that it may be as large as it likes.
/// </summary>
internal sealed class StringSearch
{
    private const int Piece = 256 * 1024;

    // A path is no longer (PATH_MAX); of a longer string only the end before the needle is looked at.
    private const int Longest = 1024;

    private readonly byte[][] trees;

    /// <summary>A search for what lies below <paramref name="trees"/>, absolute directories, or below a folder called proto or proto.*.</summary>
    public StringSearch(IReadOnlyList<string> trees) => this.trees =
    [
        .. trees.Select(tree => tree.TrimEnd('/')).Where(tree => tree.Length > 1 && tree.StartsWith('/')).Select(tree => Encoding.UTF8.GetBytes(tree)),
    ];

    // "/proto/" and "/proto.strap/": what all of them have in common is looked for, and the rest is looked at.
    private static ReadOnlySpan<byte> Area => "/proto"u8;

    /// <summary>
    /// How many such strings <paramref name="content"/> holds outside of the ranges <paramref name="skipped"/> (offset and length in bytes), and the
    /// first; those that <paramref name="isKnown"/> do not count.
    /// </summary>
    public (int Count, string? First) Find(ByteSource content, IReadOnlyList<(long Offset, long Length)> skipped, Predicate<string> isKnown, CancellationToken cancel)
    {
        int count = 0;
        string? first = null;
        var buffer = new byte[(int)Math.Min(content.Length, Longest + Piece + Longest)];
        foreach ((long start, long end) in Kept(content.Length, skipped))
        {
            for (long at = start; at < end; at += Piece)
            {
                cancel.ThrowIfCancellationRequested();
                // Some of the piece before, to see where a string begins; and some of the next, to see where it ends.
                long from = Math.Max(start, at - Longest);
                Span<byte> bytes = buffer.AsSpan(0, (int)(Math.Min(end, at + Piece + Longest) - from));
                content.Read(from, bytes);
                int own = (int)(at - from);
                // A string counts where it begins.
                foreach (string text in In(bytes, own, Math.Min(own + Piece, bytes.Length)))
                {
                    if (isKnown(text)) continue;
                    count++;
                    first ??= text;
                }
            }
        }
        return (count, first);
    }

    private List<string> In(ReadOnlySpan<byte> bytes, int from, int to)
    {
        var found = new SortedDictionary<int, string>();
        foreach (byte[] tree in trees)
        {
            foreach (int at in Places(bytes, tree, from).TakeWhile(at => at < to))
            {
                int behind = at + tree.Length;
                if ((behind == bytes.Length || bytes[behind] is (byte)'/' or < (byte)'!') && StartOf(bytes, at) == at) found.TryAdd(at, TextAt(bytes, at));
            }
        }
        foreach (int at in Places(bytes, Area, from))
        {
            int start = StartOf(bytes, at);
            if (start < from || start >= to) continue;
            if (bytes[start] == '/' && IsFolder(bytes[(at + Area.Length)..])) found.TryAdd(start, TextAt(bytes, start));
        }
        return [.. found.Values];
    }

    private static List<int> Places(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> needle, int from)
    {
        var places = new List<int>();
        for (int at = from; bytes[at..].IndexOf(needle) is >= 0 and int next; at += next + needle.Length) places.Add(at + next);
        return places;
    }

    // A folder "proto", or "proto." with letters behind it.
    private static bool IsFolder(ReadOnlySpan<byte> behind)
    {
        int end = behind.IndexOf((byte)'/');
        if (end == 0) return true;
        return end > 1 && behind[0] == '.' && !behind[1..end].ContainsAnyExceptInRange((byte)'!', (byte)'~');
    }

    private static int StartOf(ReadOnlySpan<byte> bytes, int at)
    {
        int limit = Math.Max(0, at - Longest);
        while (at > limit && bytes[at - 1] is >= (byte)'!' and <= (byte)'~') at--;
        return at;
    }

    private static string TextAt(ReadOnlySpan<byte> bytes, int at)
    {
        ReadOnlySpan<byte> text = bytes[at..Math.Min(bytes.Length, at + Longest)];
        int end = text.IndexOfAnyExceptInRange((byte)'!', (byte)'~');
        return Encoding.ASCII.GetString(end < 0 ? text : text[..end]);
    }

    private static IEnumerable<(long Start, long End)> Kept(long length, IReadOnlyList<(long Offset, long Length)> skipped)
    {
        long at = 0;
        foreach ((long offset, long size) in skipped.OrderBy(range => range.Offset))
        {
            if (offset > at) yield return (at, Math.Min(offset, length));
            at = Math.Max(at, size > length - offset ? length : offset + size);
            if (at >= length) yield break;
        }
        if (at < length) yield return (at, length);
    }
}
