using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>An object as it is loaded: the file, and the name it has then, which decides what <c>$ORIGIN</c> means. Objects are the same when their inodes are.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">One of its names; where its dependencies do not depend on it, the first.</param>
public readonly record struct LinkedObject(AuditedFile File, ImagePath Name)
{
    /// <summary>Its facts.</summary>
    public ElfObject Elf => File.Elf!;

    /// <summary>The directory it lies in, as an absolute path.</summary>
    public string Origin => Name.Depth < 2 ? "" : "/" + Name.Parent.Text;

    /// <summary>The name it gives itself, or that of the file.</summary>
    public string Soname => Elf.Dynamic?.Soname ?? Name.Name;

    /// <inheritdoc/>
    public bool Equals(LinkedObject other) => ReferenceEquals(File.Inode, other.File.Inode) && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Name.Text;
}
