using System.Collections.Concurrent;
using ManifestLinker.Compiler.Audit.Cache;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Audit;

/// <summary>Looks into every regular file of an image, once however many names it has, and says what it is.</summary>
public static class ImageScan
{
    /// <summary>The files of the tree of <paramref name="input"/>, in the order of their first names.</summary>
    public static AuditedImage Read(AuditInput input, CancellationToken cancel) => Read(input, null, cancel);

    /// <summary>The same, where <paramref name="cache"/> may know some of the files from an earlier run.</summary>
    public static AuditedImage Read(AuditInput input, FactsCache? cache, CancellationToken cancel)
    {
        var names = new Dictionary<Inode, List<ImagePath>>();
        foreach (TreeEntry entry in input.Tree.Entries)
        {
            if (entry.Inode.Kind != FileKind.Regular) continue;
            if (!names.TryGetValue(entry.Inode, out List<ImagePath>? known)) names.Add(entry.Inode, known = []);
            known.Add(entry.Path);
        }
        KeyValuePair<Inode, List<ImagePath>>[] inodes = [.. names];
        var files = new AuditedFile[inodes.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = input.Jobs, CancellationToken = cancel };
        Parallel.ForEach(Partitioner.Create(0, inodes.Length), options, range =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
                files[i] = new AuditedFile(inodes[i].Value, inodes[i].Key, cache?.Look(inodes[i].Key.Content) ?? Look(inodes[i].Key.Content));
        });
        return new AuditedImage(input, files);
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
