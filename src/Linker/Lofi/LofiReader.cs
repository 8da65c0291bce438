using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Lofi;

/// <summary>Opens compressed lofi files.</summary>
public static class LofiReader
{
    /// <summary>Whether <paramref name="file"/> begins as one: the driver takes any other file for an uncompressed image.</summary>
    public static bool IsLofi(ByteSource file)
    {
        if (file.Length < LofiHeader.Length) return false;
        Span<byte> name = stackalloc byte[LofiHeader.NameLength];
        file.Read(0, name);
        return LofiAlgorithm.Named(name) is not null;
    }

    /// <summary>
    /// The image in <paramref name="file"/>. Header and index are read and checked at once (an
    /// <see cref="InvalidDataException"/> says what is wrong), the segments when they are asked for.
    /// </summary>
    public static LofiBytes Open(ByteSource file)
    {
        if (file.Length % LofiHeader.Alignment != 0)
            throw new InvalidDataException($"the file has {file.Length} bytes, which is no multiple of {LofiHeader.Alignment}");
        return new LofiBytes(file, LofiIndex.Read(file));
    }
}
