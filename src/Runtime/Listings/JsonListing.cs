using System.Text.Json;
using ManifestLinker.Linker.Mtree;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Runtime.Listings;

/// <summary>Lists objects as JSON: <c>{"schema":"mlc.listing/1","entries":[…]}</c>.</summary>
internal static class JsonListing
{
    /// <summary>Writes <paramref name="entries"/> to <paramref name="output"/>.</summary>
    public static void Write(FileTree tree, IReadOnlyList<TreeEntry> entries, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "mlc.listing/1");
            json.WriteStartArray("entries");
            foreach (TreeEntry entry in entries) Write(json, tree, entry);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, FileTree tree, TreeEntry entry)
    {
        Inode inode = entry.Inode;
        json.WriteStartObject();
        json.WriteString("path", Text(entry.Path.Text));
        json.WriteString("type", MtreeType.WordFor(inode.Kind));
        json.WriteString("mode", Convert.ToString(inode.Permissions, 8).PadLeft(4, '0'));
        json.WriteNumber("uid", inode.Uid);
        json.WriteNumber("gid", inode.Gid);
        json.WriteNumber("nlink", tree.Links(entry));
        json.WriteNumber("size", inode.Size);
        json.WriteNumber("mtime", inode.Modified);
        if (inode.Kind == FileKind.SymbolicLink) json.WriteString("target", Text(inode.Target));
        if (inode.Kind is FileKind.CharacterDevice or FileKind.BlockDevice)
            json.WriteString("device", $"{inode.Device.Major},{inode.Device.Minor}");
        json.WriteEndObject();
    }

    // JSON has no word for bytes that are not UTF-8: they become U+FFFD.
    private static string Text(string text) =>
        text.AsSpan().ContainsAnyInRange('\udc80', '\udcff') ? string.Concat(text.EnumerateRunes()) : text;
}
