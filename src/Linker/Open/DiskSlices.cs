using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Fat;
using ManifestLinker.Linker.Partitions;

namespace ManifestLinker.Linker.Open;

/// <summary>A disk as a tree: the files of its root at the top, and the other slices in a directory of their own.</summary>
internal sealed class DiskSlices
{
    // What lies there is named as the table names it.
    private const string Place = ".slices";
    private const int OfDirectory = 0x1ed, OfFile = 0x1a4;

    private readonly (GptPartition Slice, ByteSource Bytes)[] slices;
    private readonly int root;

    private DiskSlices(string name, ByteSource disk, GptTable table)
    {
        slices = [.. table.Partitions.Select(slice => (slice, disk.Slice(slice.Offset, slice.Length)))];
        int[] fat = [.. Enumerable.Range(0, slices.Length).Where(number => FatReader.IsFat(slices[number].Bytes))];

        // One of illumos, else any that firmware does not start from, else that one.
        root = fat.Append(-1).OrderBy(number => number < 0 ? 3 : RankOf(slices[number].Slice)).First();
        Parts =
        [
            new ImagePart(name, PartFormat.Disk, disk),
            .. fat.Select(number => new ImagePart($"the slice '{slices[number].Slice.Name}' of {name}", PartFormat.Fat, slices[number].Bytes)),
        ];
        Damage = table.Damage is { } damage ? $"{name}: {damage}; the one at the end of the disk is used" : null;
    }

    /// <summary>The disk and the file systems on it.</summary>
    public IReadOnlyList<ImagePart> Parts { get; }

    /// <summary>What is wrong with the first table, a sentence without a full stop; null where it is whole.</summary>
    public string? Damage { get; }

    /// <summary>The slices of <paramref name="disk"/>; <see cref="InvalidDataException"/> where its table is broken.</summary>
    public static DiskSlices Open(string name, ByteSource disk) => new(name, disk, GptReader.Read(disk));

    /// <summary>The files of the root; nothing where the disk has no file system that is known.</summary>
    public FileTree Root(CancellationToken cancel) => root >= 0
        ? FatReader.Read(slices[root].Bytes, cancel)
        : new FileTree([new TreeEntry(ImagePath.Root, NewInode.Directory(OfDirectory, 0))]);

    /// <summary>
    /// <paramref name="files"/> with the other slices in <c>.slices</c>: one with a file system as a directory with its files, any other as a file with its bytes.
    /// </summary>
    public FileTree WithOthers(FileTree files, CancellationToken cancel)
    {
        var entries = new List<TreeEntry>(files.Entries);
        ImagePath place = Free(files, Place);
        entries.Add(new TreeEntry(place, NewInode.Directory(OfDirectory, 0)));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (int number = 0; number < slices.Length; number++)
        {
            if (number == root) continue;
            ImagePath path = place.Append(NameOf(slices[number].Slice, taken));
            if (FilesOf(slices[number].Bytes, cancel) is { } inner) entries.AddRange(inner.Entries.Select(entry => entry with { Path = entry.Path.Below(path) }));
            else entries.Add(new TreeEntry(path, NewInode.File(OfFile, 0, slices[number].Bytes)));
        }
        return new FileTree(entries);
    }

    private static int RankOf(GptPartition slice) => slice.Type == PartitionTypes.IllumosRoot ? 0 : slice.Type != PartitionTypes.EfiSystem ? 1 : 2;

    // One whose file system is broken is still a slice with bytes.
    private static FileTree? FilesOf(ByteSource slice, CancellationToken cancel)
    {
        try
        {
            return FatReader.IsFat(slice) ? FatReader.Read(slice, cancel) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string NameOf(GptPartition slice, HashSet<string> taken)
    {
        bool isName = slice.Name.Length > 0 && slice.Name is not ("." or "..") && !slice.Name.Any(unit => unit == '/' || char.IsControl(unit) || char.IsSurrogate(unit));
        string number = FormattableString.Invariant($"{slice.Index + 1}");
        string name = isName ? slice.Name : number;
        return taken.Add(name) ? name : taken.Add($"{name}-{number}") ? $"{name}-{number}" : NameOf(slice with { Name = $"{name}-{number}" }, taken);
    }

    private static ImagePath Free(FileTree files, string name)
    {
        ImagePath path = ImagePath.Root.Append(name);
        return files.Find(path) is null ? path : Free(files, "." + name);
    }
}
