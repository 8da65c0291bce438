using System.Globalization;
using System.Text;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Runtime.Listings;

/// <summary>Lists objects as ls(1) does; owners as numbers and times in UTC, so that the same image gives the same text everywhere.</summary>
internal static class TextListing
{
    /// <summary>A line for each of <paramref name="entries"/>.</summary>
    public static string Of(FileTree tree, IReadOnlyList<TreeEntry> entries, bool detailed, bool fullPaths)
    {
        var text = new StringBuilder();
        int width = entries.Count == 0 ? 0 : entries.Max(entry => entry.Inode.Size.ToString(CultureInfo.InvariantCulture).Length);
        foreach (TreeEntry entry in entries)
        {
            if (detailed) text.Append(Details(tree, entry, width)).Append(' ');
            text.Append(Printable(entry.Path.IsRoot ? "." : fullPaths ? entry.Path.Text : entry.Path.Name));
            if (detailed && entry.Inode.Kind == FileKind.SymbolicLink) text.Append(" -> ").Append(Printable(entry.Inode.Target));
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Details(FileTree tree, TreeEntry entry, int width)
    {
        Inode inode = entry.Inode;
        string size = inode.Kind is FileKind.BlockDevice or FileKind.CharacterDevice
            ? $"{inode.Device.Major},{inode.Device.Minor}"
            : inode.Size.ToString(CultureInfo.InvariantCulture);
        string time = DateTimeOffset.FromUnixTimeSeconds(inode.Modified).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ModeText(inode)} {tree.Links(entry),3} {inode.Uid,5} {inode.Gid,5} {size.PadLeft(width)} {time}");
    }

    private static string ModeText(Inode inode)
    {
        const string Letters = "rwxrwxrwx";
        Span<char> mode = stackalloc char[10];
        mode[0] = inode.Kind switch
        {
            FileKind.Directory => 'd',
            FileKind.SymbolicLink => 'l',
            FileKind.CharacterDevice => 'c',
            FileKind.BlockDevice => 'b',
            FileKind.Fifo => 'p',
            FileKind.Socket => 's',
            _ => '-',
        };
        for (int bit = 0; bit < 9; bit++) mode[bit + 1] = (inode.Permissions & (0x100 >> bit)) != 0 ? Letters[bit] : '-';
        if ((inode.Permissions & 0x800) != 0) mode[3] = mode[3] == 'x' ? 's' : 'S';
        if ((inode.Permissions & 0x400) != 0) mode[6] = mode[6] == 'x' ? 's' : 'S';
        if ((inode.Permissions & 0x200) != 0) mode[9] = mode[9] == 'x' ? 't' : 'T';
        return mode.ToString();
    }

    // A name can hold anything but a slash and a NUL; a line feed or an escape sequence in it must not act on the terminal.
    private static string Printable(string name)
    {
        if (!name.AsSpan().ContainsAnyInRange('\0', '\u001f') && !name.Contains('\u007f', StringComparison.Ordinal)) return name;
        var text = new StringBuilder();
        foreach (char c in name)
        {
            if (char.IsControl(c)) text.Append('\\').Append(Convert.ToString(c, 8).PadLeft(3, '0'));
            else text.Append(c);
        }
        return text.ToString();
    }
}
