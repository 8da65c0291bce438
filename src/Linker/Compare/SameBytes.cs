using System.Buffers;
using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Compare;

/// <summary>Compares bytes, piece by piece, up to the first that differs.</summary>
internal static class SameBytes
{
    private const int Piece = 256 * 1024;

    /// <summary>Whether <paramref name="a"/> and <paramref name="b"/> have the same bytes.</summary>
    public static bool Are(ByteSource a, ByteSource b, CancellationToken cancel)
    {
        if (a.Length != b.Length) return false;
        if (ReferenceEquals(a, b)) return true;
        byte[] ours = ArrayPool<byte>.Shared.Rent(Piece);
        byte[] theirs = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            for (long at = 0; at < a.Length;)
            {
                cancel.ThrowIfCancellationRequested();
                int count = (int)Math.Min(Piece, a.Length - at);
                a.Read(at, ours.AsSpan(0, count));
                b.Read(at, theirs.AsSpan(0, count));
                if (!ours.AsSpan(0, count).SequenceEqual(theirs.AsSpan(0, count))) return false;
                at += count;
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(ours);
            ArrayPool<byte>.Shared.Return(theirs);
        }
    }
}
