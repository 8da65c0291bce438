namespace ManifestLinker.Runtime.Store;

/// <summary>The name of a content: its SHA-256 as 64 lower-case hexadecimal digits, and its length in bytes.</summary>
internal readonly record struct BlobDigest(string Hex, long Size)
{
    /// <summary>Whether <paramref name="text"/> is a SHA-256 as a store names it.</summary>
    public static bool IsHex(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
