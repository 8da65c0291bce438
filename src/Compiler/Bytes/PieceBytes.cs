using System.Buffers;

namespace ManifestLinker.Compiler.Bytes;

/// <summary>
/// A source that is read in aligned pieces, the last few of which are kept, so that many small reads of what lies near each other cost
/// one read of what is below. A small source is read whole with the first. Disposing gives the memory back.
/// </summary>
public sealed class PieceBytes(ByteSource whole) : ByteSource, IDisposable
{
    /// <summary>The size of a piece, in bytes, and that of a source that is read whole.</summary>
    public const int PieceSize = 64 * 1024;

    private const int Kept = 6;

    private readonly Lock access = new();
    private readonly List<(long Start, int Length, byte[] Bytes)> pieces = new(Kept);
    private int next;

    /// <inheritdoc/>
    public override long Length => whole.Length;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        if (destination.Length >= PieceSize)
        {
            whole.Read(offset, destination);
            return;
        }
        lock (access)
        {
            while (!destination.IsEmpty)
            {
                ReadOnlySpan<byte> part = PieceAt(offset);
                if (part.Length > destination.Length) part = part[..destination.Length];
                part.CopyTo(destination);
                destination = destination[part.Length..];
                offset += part.Length;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (access)
        {
            foreach ((_, _, byte[] bytes) in pieces) ArrayPool<byte>.Shared.Return(bytes);
            pieces.Clear();
        }
    }

    // The rest, from the offset on, of the piece that it lies in.
    private ReadOnlySpan<byte> PieceAt(long offset)
    {
        long start = offset / PieceSize * PieceSize;
        foreach ((long known, int size, byte[] kept) in pieces)
        {
            if (known == start) return kept.AsSpan((int)(offset - start), size - (int)(offset - start));
        }
        int length = (int)Math.Min(PieceSize, Length - start);
        if (pieces.Count < Kept) pieces.Add((-1, 0, ArrayPool<byte>.Shared.Rent(PieceSize)));
        int slot = next;
        next = (next + 1) % Kept;
        byte[] bytes = pieces[slot].Bytes;
        pieces[slot] = (-1, 0, bytes);
        whole.Read(start, bytes.AsSpan(0, length));
        pieces[slot] = (start, length, bytes);
        return bytes.AsSpan((int)(offset - start), length - (int)(offset - start));
    }
}
