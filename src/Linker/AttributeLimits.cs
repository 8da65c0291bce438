using System.Globalization;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Linker;

/// <summary>What every format of images demands of names, modes and links: no byte of a name means its end, and lengths have a limit.</summary>
internal static class AttributeLimits
{
    /// <summary>What stands in the way of <paramref name="entry"/>, where names and texts of links have at most so many bytes; a sentence each, without a full stop.</summary>
    public static IEnumerable<string> Objections(TreeEntry entry, int longestName, int longestTarget)
    {
        Inode inode = entry.Inode;
        int name = EscapedUtf8.ByteCount(entry.Path.Name);
        if (name > longestName) yield return Say($"the name has {name} bytes, and {longestName} are the most");
        if (entry.Path.Name.Contains('\0', StringComparison.Ordinal)) yield return "the name holds a NUL";
        if ((inode.Permissions & ~ModeBits.Permissions) != 0)
            yield return $"the permissions {Convert.ToString(inode.Permissions, 8)} have more than 12 bits";
        if (inode.Kind != FileKind.SymbolicLink) yield break;
        if (inode.Size > longestTarget) yield return Say($"the target has {inode.Size} bytes, and {longestTarget} are the most");
        else if (inode.Size == 0) yield return "the target is empty";
        else if (inode.Target.Contains('\0', StringComparison.Ordinal)) yield return "the target holds a NUL";
    }

    private static string Say(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
