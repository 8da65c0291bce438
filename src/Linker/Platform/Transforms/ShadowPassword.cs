using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Platform.Transforms;

/// <summary>
/// The step that gives root a password: the second field of every line of shadow(5) whose first is root. Mode, owner and group stay those of
/// the manifest; build_live gave the file to the group of its process.
/// </summary>
public static class ShadowPassword
{
    private const byte Colon = (byte)':', Newline = (byte)'\n';

    // A table of a million accounts; what is larger is something else.
    private const long Largest = 64 * 1024 * 1024;

    private static ReadOnlySpan<byte> Root => "root"u8;

    /// <summary>Why no password can be set in <paramref name="image"/>; null where it can.</summary>
    public static Finding? Fault(FileTree image, ImagePath shadow) => image.Find(shadow) switch
    {
        null => RootPasswordNotSet.At(shadow, "is not delivered"),
        { Kind: not FileKind.Regular } other => RootPasswordNotSet.At(shadow, $"is a {KindName.Of(other.Kind)}, and no file"),
        { Content.Length: > Largest } => RootPasswordNotSet.At(shadow, $"has more than {ByteSize.Show(Largest)}, and is no table of passwords"),
        { } file => HasRoot(file.Content.ToArray()) ? null : RootPasswordNotSet.At(shadow, "has no line for root"),
    };

    /// <summary>Puts <paramref name="hash"/> into <paramref name="shadow"/>.</summary>
    public static ImageTransform Set(ImagePath shadow, string hash, long time) => new(
        "set the root password",
        image => image.WithContent(shadow, Replaced(image.Find(shadow)!.Content.ToArray(), System.Text.Encoding.ASCII.GetBytes(hash)), time));

    /// <summary><paramref name="table"/> with <paramref name="hash"/> as the second field of root's lines; all other bytes stay.</summary>
    public static byte[] Replaced(ReadOnlySpan<byte> table, ReadOnlySpan<byte> hash)
    {
        var result = new MemoryStream();
        while (!table.IsEmpty)
        {
            int end = table.IndexOf(Newline);
            ReadOnlySpan<byte> line = end < 0 ? table : table[..(end + 1)];
            table = table[line.Length..];
            if (IsRoot(line))
            {
                int field = Root.Length + 1;
                int behind = line[field..].IndexOfAny(Colon, Newline);
                result.Write(line[..field]);
                result.Write(hash);
                if (behind >= 0) result.Write(line[(field + behind)..]);
            }
            else
            {
                result.Write(line);
            }
        }
        return result.ToArray();
    }

    private static bool HasRoot(ReadOnlySpan<byte> table)
    {
        foreach (Range line in table.Split(Newline))
        {
            if (IsRoot(table[line])) return true;
        }
        return false;
    }

    private static bool IsRoot(ReadOnlySpan<byte> line) => line.Length > Root.Length && line.StartsWith(Root) && line[Root.Length] == Colon;
}
