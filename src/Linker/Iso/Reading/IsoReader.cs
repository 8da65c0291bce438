using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>
/// Reads the tree of an ISO 9660 image (ECMA-119), with the names and attributes of Rock Ridge (RRIP 1.09 to 1.12) where it has them. The second tree, of
/// Joliet, is left alone. On any other bytes it throws an <see cref="InvalidDataException"/> that says in one line what is wrong.
/// </summary>
public static class IsoReader
{
    /// <summary>Whether <paramref name="image"/> has a descriptor of ISO 9660 where the first one is.</summary>
    public static bool IsIso(ByteSource image) =>
        image.Length >= (IsoFormat.FirstDescriptor + 1) * IsoFormat.Sector
        && image.Slice((IsoFormat.FirstDescriptor * IsoFormat.Sector) + 1, IsoFormat.Identifier.Length).ToArray().AsSpan().SequenceEqual(IsoFormat.Identifier);

    /// <summary>
    /// The tree in <paramref name="image"/>; contents are ranges of it, read when they are asked for. Without Rock Ridge everything has the names and the
    /// mode 0555 that Linux gives. Directories that lie elsewhere because they were too deep are shown where they belong.
    /// </summary>
    public static FileTree Read(ByteSource image, CancellationToken cancel = default)
    {
        var volume = IsoVolume.Open(image);
        DirectoryRecord top = RecordReader.ReadItself(volume, ImagePath.Root, volume.Top.Block + volume.Top.AttributeBlocks);
        return new Reading(volume, SystemUse.Detect(volume, top), cancel).Read(top);
    }

    /// <summary>One pass over all directories.</summary>
    private sealed class Reading(IsoVolume volume, SystemUse? systemUse, CancellationToken cancel)
    {
        private readonly List<TreeEntry> entries = [];
        private readonly HardLinks links = new();
        private readonly TreeLimits limits = new();
        private readonly HashSet<long> directories = [];
        private readonly Stack<(ImagePath Path, long Block, long Size)> waiting = new();
        private readonly HashSet<ImagePath> shelters = [];

        public FileTree Read(DirectoryRecord top)
        {
            Enter(ImagePath.Root, [top], RidgeOf(top, "the top directory"));
            if (waiting.Count == 0) throw BrokenImage.Because($"the top directory is no directory");
            while (waiting.TryPop(out (ImagePath Path, long Block, long Size) directory))
            {
                cancel.ThrowIfCancellationRequested();
                ReadDirectory(directory.Path, directory.Block, directory.Size);
            }
            return new FileTree(entries.Where(entry => !shelters.Contains(entry.Path)));
        }

        private void ReadDirectory(ImagePath path, long block, long size)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            var sections = new List<DirectoryRecord>();
            bool isShelter = false;
            foreach (DirectoryRecord record in RecordReader.Read(volume, path, block, size))
            {
                if (record.IsItself || record.IsParent || (record.Flags & RecordFlags.Associated) != RecordFlags.None) continue;
                if (sections.Count > 0 && !record.Name.SequenceEqual(sections[0].Name))
                    throw BrokenImage.Because($"a file in '{path}' goes on in a record of another name");
                sections.Add(record);
                if ((record.Flags & RecordFlags.MoreExtents) != RecordFlags.None) continue;
                RockRidge? ridge = RidgeOf(sections[0], $"a file in '{path}'");
                if (ridge is { BelongsElsewhere: true }) isShelter = true;
                else Enter(path.Append(NameOf(path, names, sections[0], ridge)), sections, ridge);
                sections.Clear();
            }
            if (sections.Count > 0) throw BrokenImage.Because($"a file in '{path}' does not end");
            // A directory of the top that only holds what belongs elsewhere was made by the writer, and is not part of the tree.
            if (isShelter && names.Count == 0 && path.Depth == 1) shelters.Add(path);
        }

        private void Enter(ImagePath path, List<DirectoryRecord> sections, RockRidge? ridge)
        {
            limits.Count(path);
            if (ridge?.Elsewhere is { } elsewhere)
            {
                DirectoryRecord itself = RecordReader.ReadItself(volume, path, elsewhere);
                sections = [itself];
                ridge = RidgeOf(itself, $"'{path}'");
            }
            Inode inode = links.SameAs(RecordObject.Of(volume, path, sections, ridge), sections[0], ridge);
            entries.Add(new TreeEntry(path, inode));
            if (inode.Kind != FileKind.Directory) return;
            if (sections.Count > 1) throw BrokenImage.Because($"the directory '{path}' lies in several places");
            long block = (long)sections[0].Block + sections[0].AttributeBlocks;
            if (!directories.Add(block)) throw BrokenImage.Because($"'{path}' is another name of the directory in block {block}");
            waiting.Push((path, block, sections[0].Size));
        }

        private RockRidge? RidgeOf(DirectoryRecord record, string what) => systemUse is null ? null : new RockRidge(systemUse.Of(record, what), what);

        private static string NameOf(ImagePath path, HashSet<string> names, DirectoryRecord record, RockRidge? ridge)
        {
            ReadOnlySpan<byte> bytes = ridge is { Name.IsEmpty: false } ? ridge.Name : PlainName.Of(record.Name);
            if (bytes.IsEmpty || bytes.ContainsAny((byte)0, (byte)'/') || bytes.SequenceEqual("."u8) || bytes.SequenceEqual(".."u8))
                throw BrokenImage.Because($"a name in '{path}' is empty, '.' or '..', or holds a NUL or a slash");
            string name = EscapedUtf8.Decode(bytes);
            return names.Add(name) ? name : throw BrokenImage.Because($"'{path.Append(name)}' stands twice in its directory");
        }
    }
}
