namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>An ELF object as words.</summary>
internal static class ElfListing
{
    /// <summary>The bytes of the object that <paramref name="words"/> describe.</summary>
    public static byte[] Bytes(string words) => throw new NotSupportedException(words);
}
