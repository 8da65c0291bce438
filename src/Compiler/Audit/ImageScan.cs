using System.Collections.Concurrent;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Audit;

/// <summary>Looks into every regular file of an image, once however many names it has, and says what it is.</summary>
public static class ImageScan
{
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
        var files = new AuditedFile[inodes.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Jobs, CancellationToken = settings.Cancel };
        Parallel.ForEach(Partitioner.Create(0, inodes.Length), options, range =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
                files[i] = new AuditedFile(inodes[i].Value, inodes[i].Key, Look(inodes[i].Key.Content));
        });
        return new AuditedImage(input, files);
    }

    /// <summary>What <paramref name="content"/> is.</summary>
    public static FileFacts Look(ByteSource content)
    {
        Span<byte> head = stackalloc byte[Shebang.KernelReads];
        head = head[..(int)Math.Min(content.Length, head.Length)];
        content.Read(0, head);
        if (ElfReader.IsElf(head)) return new FileFacts(ElfReader.Read(content), null);
        return Shebang.Read(head) is { } shebang ? new FileFacts(null, shebang) : FileFacts.Data;
    }
}
