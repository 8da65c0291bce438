using System.Buffers;

namespace ManifestLinker.Linker.Deflate;

/// <summary>The result of compressing a piece, in an array that may be on loan.</summary>
internal readonly struct PackedBytes
{
    private readonly byte[] array;
    private readonly bool pooled;

    private PackedBytes(byte[] array, int length, bool pooled)
    {
        this.array = array;
        this.pooled = pooled;
        Length = length;
    }

    public int Length { get; }

    public ReadOnlySpan<byte> Bytes => array.AsSpan(0, Length);

    /// <summary>The first <paramref name="length"/> bytes of <paramref name="array"/>, which came from the shared pool.</summary>
    public static PackedBytes Loan(byte[] array, int length) => new(array, length, pooled: true);

    /// <summary>Bytes that several results have in common.</summary>
    public static PackedBytes Shared(byte[] bytes) => new(bytes, bytes.Length, pooled: false);

    /// <summary>Gives a loan back; the bytes must not be used after this.</summary>
    public void Release()
    {
        if (pooled) ArrayPool<byte>.Shared.Return(array);
    }

    /// <summary>The bytes in an array of their own; a loan is given back.</summary>
    public byte[] Take()
    {
        byte[] bytes = Bytes.ToArray();
        Release();
        return bytes;
    }
}
