using ManifestLinker.Compiler.Ir;
using ManifestLinker.Runtime.Workspace.Toml;

namespace ManifestLinker.Runtime.Workspace;

/// <content>The shape of a file system.</content>
internal static partial class WorkspaceReader
{
    private const int MaxBytesPerInode = int.MaxValue;

    // The count of fragments of a UFS is a signed 32-bit number; with fragments of 1 KiB this is the end.
    private const long MaxImageKiB = int.MaxValue;

    private static FileSystemSection FileSystem(SectionReader? section, bool isRoot)
    {
        if (section is null) return FileSystemSection.Unsaid;
        TomlValue? size = section.Value("size", about: "The size of the image in KiB, or \"auto\" to fit the contents.");
        Placed<long>? density = section.Integer("bytes-per-inode", "bytes", 1, MaxBytesPerInode, about: "One inode for how many bytes.");
        var shape = new FileSystemSection
        {
            Size = size is null ? null : section.ImageSize(size, MaxImageKiB),
            BytesPerInode = density is { } bytes ? new((int)bytes.Value, bytes.Location) : null,
            SpareBlocks = isRoot ? Spare("spare-blocks", "blocks", "Blocks of 4096 bytes that stay free where the size is \"auto\".") : null,
            SpareInodes = isRoot ? Spare("spare-inodes", "inodes", "Inodes that stay free where the size is \"auto\".") : null,
            Underfiles = isRoot ? null : Underfiles(section),
        };
        section.RejectTheRest();
        return shape;

        Placed<long>? Spare(string key, string unit, string about)
        {
            Placed<long>? spare = section.Integer(key, unit, 0, int.MaxValue, about);
            if (section.Entry(key) is { } entry && size is not TomlString)
                section.Report(entry.KeyLocation, $"'{key}' is for a size of \"auto\" only", "write size = \"auto\", or leave it out");
            return spare;
        }
    }

    private static List<Placed<ImagePath>>? Underfiles(SectionReader section) => section
        .Texts("underfiles", about: "What must work before /usr is mounted, relative to /usr. Replaces the profile's list.")?
        .Select(section.Underfile).OfType<Placed<ImagePath>>().ToList();
}
