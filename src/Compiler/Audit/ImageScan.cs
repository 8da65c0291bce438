using System.Collections.Concurrent;
using ManifestLinker.Compiler.Audit.Cache;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Audit;

/// <summary>Looks into every regular file of an image, once however many names it has, and says what it is.</summary>
public static class ImageScan
{
    // Large objects lie side by side: parts of a few files keep every thread busy to the end.
    private const int FilesAtOnce = 32;

    /// <summary>The files of the tree of <paramref name="input"/>, in the order of their first names.</summary>
    public static AuditedImage Read(AuditInput input, AuditSettings settings)
    {
        var names = new Dictionary<Inode, List<ImagePath>>();
        foreach (TreeEntry entry in input.Tree.Entries)
        {
            if (entry.Inode.Kind != FileKind.Regular) continue;
            if (!names.TryGetValue(entry.Inode, out List<ImagePath>? known)) names.Add(entry.Inode, known = []);
            known.Add(entry.Path);
        }
        KeyValuePair<Inode, List<ImagePath>>[] inodes = [.. names];
        if (inodes.Length == 0) return new AuditedImage(input, []);
        var files = new AuditedFile[inodes.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Jobs, CancellationToken = settings.Cancel };
        Parallel.ForEach(Partitioner.Create(0, inodes.Length, FilesAtOnce), options, range =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
                files[i] = new AuditedFile(Ordered(inodes[i].Value, input.Union), inodes[i].Key, settings.Cache?.Look(inodes[i].Key.Content) ?? Look(inodes[i].Key.Content));
        });
        return new AuditedImage(input, files);
    }

    // A finding about a file belongs to the line that delivers it, not to one that gives it another name.
    private static List<ImagePath> Ordered(List<ImagePath> names, Union? union)
    {
        if (names.Count == 1 || union is null) return names;
        ImagePath own = names.Find(name => union.Find(name) is FileEntry);
        return own.IsRoot ? names : [own, .. names.Where(name => name != own)];
    }

    /// <summary>What <paramref name="content"/> is.</summary>
    public static FileFacts Look(ByteSource content)
    {
        using var pieces = new PieceBytes(content);
        Span<byte> head = stackalloc byte[Shebang.KernelReads];
        head = head[..(int)Math.Min(content.Length, head.Length)];
        pieces.Read(0, head);
        if (ElfReader.IsElf(head)) return new FileFacts(ElfReader.Read(pieces), null);
        return Shebang.Read(head) is { } shebang ? new FileFacts(null, shebang) : FileFacts.Data;
    }
}
