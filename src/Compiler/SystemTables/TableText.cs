using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.SystemTables;

/// <summary>The text of a table, as far as it is one: what is larger than any table that anybody keeps is not read.</summary>
public static class TableText
{
    /// <summary>The most bytes that a table may have.</summary>
    public const long MostBytes = 16 * 1024 * 1024;

    /// <summary>The most lines that a table may have; the longest on illumos, etc/driver_aliases, has two thousand.</summary>
    public const int MostLines = 100_000;

    /// <summary>The text in <paramref name="content"/>; null where it has more bytes or lines than a table has.</summary>
    public static string? Of(ByteSource content)
    {
        if (content.Length > MostBytes) return null;
        byte[] bytes = content.ToArray();
        return bytes.AsSpan().Count((byte)'\n') > MostLines ? null : EscapedUtf8.Decode(bytes);
    }
}
