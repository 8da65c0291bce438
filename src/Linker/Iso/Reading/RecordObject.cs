using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>Makes objects of records: of the first record of a file what it is, of all of them its content.</summary>
internal static class RecordObject
{
    // What Linux shows where there is no Rock Ridge: anything might be a program.
    private const int PlainPermissions = 0x16d;

    /// <summary>The object <paramref name="path"/>, whose content lies in <paramref name="sections"/>, one unless it is a large file.</summary>
    public static Inode Of(IsoVolume volume, ImagePath path, IReadOnlyList<DirectoryRecord> sections, RockRidge? ridge)
    {
        FileKind kind = KindOf(path, sections[0], ridge);
        return new Inode
        {
            Kind = kind,
            Permissions = ridge?.Mode is { } mode ? (int)mode & ModeBits.Permissions : PlainPermissions,
            Uid = ridge?.Uid ?? 0,
            Gid = ridge?.Gid ?? 0,
            Modified = ridge?.Modified ?? sections[0].Time,
            Content = kind == FileKind.Regular ? ContentOf(volume, path, sections, ridge) : MemoryBytes.Empty,
            Target = kind == FileKind.SymbolicLink ? ridge?.Target ?? "" : "",
            Device = kind is FileKind.BlockDevice or FileKind.CharacterDevice ? ridge?.Device ?? default : default,
        };
    }

    private static FileKind KindOf(ImagePath path, DirectoryRecord record, RockRidge? ridge)
    {
        bool isDirectory = (record.Flags & RecordFlags.Directory) != RecordFlags.None;
        if (ridge?.Mode is not { } mode || (mode & ModeBits.Type) == 0)
            return isDirectory ? FileKind.Directory : ridge?.Target is null ? FileKind.Regular : FileKind.SymbolicLink;
        if (ModeBits.KindOf((int)mode) is not { } kind) throw BrokenImage.Because($"'{path}' has the mode {mode:x}, which has no type of file");
        return (kind == FileKind.Directory) == isDirectory
            ? kind
            : throw BrokenImage.Because($"'{path}' is a directory by its {(isDirectory ? "record" : "mode")} and none by its {(isDirectory ? "mode" : "record")}");
    }

    private static ByteSource ContentOf(IsoVolume volume, ImagePath path, IReadOnlyList<DirectoryRecord> sections, RockRidge? ridge)
    {
        long size = sections.Sum(section => (long)section.Size);
        if (ridge?.Encoded is { } encoded)
            return new UnreadableBytes((long)Math.Min(encoded.Length, long.MaxValue), $"'{path}' is {encoded.Why}, which cannot be read");
        if (sections.Any(section => section.IsInterleaved || section.Medium > 1))
            return new UnreadableBytes(size, $"'{path}' is stored in pieces with gaps, or on another medium, which cannot be read");
        var extents = new List<Extent>();
        long at = 0;
        foreach (DirectoryRecord section in sections)
        {
            // The block of an empty file means nothing.
            if (section.Size == 0) continue;
            long block = (long)section.Block + section.AttributeBlocks;
            if (!volume.Holds(block, section.Size))
                throw BrokenImage.Because($"'{path}' is said to have {section.Size} bytes from block {block} on, behind the end of the image");
            extents.Add(new Extent(at, volume.Content(block, section.Size)));
            at += section.Size;
        }
        return extents.Count switch
        {
            0 => MemoryBytes.Empty,
            1 => extents[0].Bytes,
            _ => new ExtentBytes(at, extents),
        };
    }
}
