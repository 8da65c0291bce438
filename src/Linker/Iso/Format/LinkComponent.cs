namespace ManifestLinker.Linker.Iso.Format;

/// <summary>
/// What stands between two slashes of a symbolic link (RRIP 1.12, 4.1.3.1): a byte of flags, a length, and so many bytes.
/// </summary>
/// <param name="Flags">0 for a name, or the flags below.</param>
/// <param name="Name">The bytes of a name.</param>
internal readonly record struct LinkComponent(byte Flags, ReadOnlyMemory<byte> Name)
{
    /// <summary>The next component goes on with the same name.</summary>
    public const byte Continues = 0x01;

    /// <summary>Components that are not stored as names: <c>.</c>, <c>..</c>, and the slash at the start.</summary>
    public const byte Current = 0x02, Parent = 0x04, Top = 0x08;

    /// <summary>Bytes of flags and length.</summary>
    public const int Head = 2;

    /// <summary>All its bytes.</summary>
    public byte[] Encode() => [Flags, (byte)Name.Length, .. Name.Span];

    /// <summary>It as a name that the next component goes on with.</summary>
    public LinkComponent Continued() => new(Continues, Flags switch
    {
        Current => "."u8.ToArray(),
        Parent => ".."u8.ToArray(),
        _ => Name,
    });
}
