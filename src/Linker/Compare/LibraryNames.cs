using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Open;

namespace ManifestLinker.Linker.Compare;

/// <summary>
/// By which names the libraries of a tree can be had. The run-time linker looks for a file with the name that a program asks for
/// (<c>DT_NEEDED</c>, which is the <c>DT_SONAME</c> of what it was linked with), so a name is there where some file or link has
/// it and is a library that fits.
/// </summary>
internal sealed class LibraryNames(FileTree tree)
{
    private readonly Lazy<ILookup<string, ImagePath>> byName =
        new(() => tree.Entries.ToLookup(entry => entry.Path.Name, entry => entry.Path, StringComparer.Ordinal));

    /// <summary>The name that programs ask for <paramref name="library"/> by; null where it is no library.</summary>
    public static string? Of(Inode library) => Read(library) is { Type: ElfType.Shared, IsProgram: false, Dynamic.Soname: { Length: > 0 } name } ? name : null;

    /// <summary>Whether <paramref name="name"/> is that of a library which what was linked with <paramref name="library"/> can load.</summary>
    public bool Has(string name, Inode library) =>
        Read(library) is { } wanted && byName.Value[name].Any(path => At(tree, path) is { } file && Read(file) is { } found && found.Type == ElfType.Shared && found.FitsTo(wanted));

    /// <summary>The object of <paramref name="tree"/> at <paramref name="path"/>, links followed; null where they lead nowhere.</summary>
    public static Inode? At(FileTree tree, ImagePath path)
    {
        try
        {
            return TreePath.Resolve(tree, path.Text).Inode;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static ElfObject? Read(Inode inode) =>
        inode.Kind == FileKind.Regular && IsElf(inode.Content) ? ElfReader.Read(inode.Content) : null;

    /// <summary>Whether <paramref name="content"/> says that it is an ELF object.</summary>
    internal static bool IsElf(ByteSource content)
    {
        Span<byte> head = stackalloc byte[4];
        if (content.Length < head.Length) return false;
        content.Read(0, head);
        return ElfReader.IsElf(head);
    }
}
