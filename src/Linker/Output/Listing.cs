using System.Text;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Mtree;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Output;

/// <summary>The texts that tell what was delivered.</summary>
internal static class Listing
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The digests of all files of <paramref name="mounted"/>; those that <paramref name="digests"/> lack are read.</summary>
    public static IReadOnlyDictionary<Inode, FileDigests> AllDigests(
        FileTree mounted, IReadOnlyDictionary<Inode, FileDigests> digests, CancellationToken cancel)
    {
        Dictionary<Inode, FileDigests> all = new(digests);
        foreach (TreeEntry entry in mounted.Entries)
        {
            if (entry.Inode.Kind == FileKind.Regular && !all.ContainsKey(entry.Inode))
                all.Add(entry.Inode, ContentDigests.Of(entry.Inode.Content, cancel));
        }
        return all;
    }

    /// <summary>Writes the mtree(5) listing of <paramref name="mounted"/>.</summary>
    public static void WriteSpec(StagingFolder staging, string name, FileTree mounted, IReadOnlyDictionary<Inode, FileDigests> all)
    {
        using var writer = new StreamWriter(staging.Create(name), Utf8, bufferSize: 1 << 16);
        MtreeWriter.Write(mounted, all, writer);
    }

    /// <summary>Writes the log in builder's form. It names the output by the platform's name, since where it lies says nothing about it.</summary>
    public static void WriteLog(StagingFolder staging, string name, LinkInput input)
    {
        using var writer = new StreamWriter(staging.Create(name), Utf8, bufferSize: 1 << 16);
        BuilderLog.Write(input.Manifests, input.Prefix, input.SearchDirectories, input.Entries, writer);
    }
}
