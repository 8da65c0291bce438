namespace ManifestLinker.Linker.Digests;

/// <summary>A hash value. Equality is by content; the text form is lower-case hexadecimal.</summary>
public readonly struct Digest : IEquatable<Digest>
{
    private readonly byte[]? bytes;

    /// <summary>The value with these <paramref name="bytes"/>.</summary>
    public Digest(ReadOnlySpan<byte> bytes) => this.bytes = bytes.ToArray();

    /// <summary>16 bytes for MD5, 32 for SHA-256.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Reads <paramref name="length"/> bytes of hexadecimal digits of either case; false where the text is anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, int length, out Digest digest)
    {
        var value = new byte[length];
        bool valid = text.Length == 2 * length
            && Convert.FromHexString(text, value, out _, out _) == System.Buffers.OperationStatus.Done;
        digest = valid ? new Digest(value) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Convert.ToHexStringLower(Bytes);

    /// <inheritdoc/>
    public bool Equals(Digest other) => Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Digest other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    /// <summary>Whether both have the same bytes.</summary>
    public static bool operator ==(Digest left, Digest right) => left.Equals(right);

    /// <summary>Whether the bytes differ.</summary>
    public static bool operator !=(Digest left, Digest right) => !left.Equals(right);
}
