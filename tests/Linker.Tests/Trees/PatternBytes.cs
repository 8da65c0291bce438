using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Tests.Trees;

/// <summary>
/// Bytes that follow from a seed and their offset alone, so that gigabytes need no memory and any range can be compared. No
/// two blocks are alike, and none is zeros.
/// </summary>
public sealed class PatternBytes(ulong seed, long length) : ByteSource
{
    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        Span<byte> word = stackalloc byte[8];
        for (int done = 0; done < destination.Length;)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, Mix(seed + (ulong)((offset + done) / 8)));
            ReadOnlySpan<byte> part = word[(int)((offset + done) % 8)..];
            part = part[..Math.Min(part.Length, destination.Length - done)];
            part.CopyTo(destination[done..]);
            done += part.Length;
        }
    }

    // splitmix64
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
