namespace ManifestLinker.Linker.Iso;

/// <summary>Names without Rock Ridge, as Linux shows them (fs/isofs: the mount option map=normal).</summary>
internal static class PlainName
{
    /// <summary>
    /// <paramref name="name"/> in small letters, without the version <c>;1</c> and the dot that stands before it when there is no extension. Another
    /// version stays, behind a dot.
    /// </summary>
    public static byte[] Of(ReadOnlySpan<byte> name)
    {
        if (name.EndsWith(";1"u8)) name = name[..^2].EndsWith("."u8) ? name[..^3] : name[..^2];
        byte[] shown = name.ToArray();
        for (int i = 0; i < shown.Length; i++)
        {
            if (shown[i] is (byte)';' or (byte)'/') shown[i] = (byte)'.';
            else if (shown[i] is >= (byte)'A' and <= (byte)'Z') shown[i] += 'a' - 'A';
        }
        return shown;
    }
}
