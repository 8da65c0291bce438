using System.Globalization;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>
/// An ELF object as words between blanks; see <see cref="ElfWords"/> for what they mean. The object is whole: program headers, dynamic section,
/// tables of strings, symbols and versions, section headers. Foreign readers take it without a warning.
/// </summary>
internal static class ElfListing
{
    /// <summary>The bytes of the object that <paramref name="words"/> describe.</summary>
    public static byte[] Bytes(string words)
    {
        ElfWords parsed = ElfWords.Parse(words);
        byte[] bytes = ElfImage.Build(parsed);
        foreach (string corruption in parsed.Values("corrupt"))
        {
            string[] parts = corruption.Split(':');
            bytes[int.Parse(parts[0], CultureInfo.InvariantCulture)] = byte.Parse(parts[1], CultureInfo.InvariantCulture);
        }
        return parsed.Value("truncate") is { } length ? bytes[..int.Parse(length, CultureInfo.InvariantCulture)] : bytes;
    }
}
