using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Audit;

/// <summary>A regular file of the image, once however many names it has.</summary>
/// <param name="Names">Its names, at least one: the one that a line declares as a file, where that is known, then the others in ordinal order.</param>
/// <param name="Inode">The object.</param>
/// <param name="Facts">What it is.</param>
public sealed record AuditedFile(IReadOnlyList<ImagePath> Names, Inode Inode, FileFacts Facts)
{
    /// <summary>The first of its names, by which it is spoken of.</summary>
    public ImagePath Path => Names[0];

    /// <summary>The facts of an ELF object; null where it is none.</summary>
    public ElfObject? Elf => Facts.Elf;

    /// <summary>The first line of a script; null where it is none.</summary>
    public Shebang? Shebang => Facts.Shebang;

    /// <summary>Whether anybody may execute it.</summary>
    public bool IsExecutable => (Inode.Permissions & 0b001_001_001) != 0;

    /// <summary>Whether it runs with rights of its owner or group (4000, or 2000 together with the right to execute).</summary>
    public bool IsSetId => (Inode.Permissions & 0b100_000_000_000) != 0
        || ((Inode.Permissions & 0b010_000_000_000) != 0 && (Inode.Permissions & 0b000_001_000) != 0);
}
