using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Output;

/// <summary>The names within a platform as it is shipped, and the writing of its smaller parts.</summary>
internal sealed class PlatformFolder(string prefix, Profile profile)
{
    private const string Latest = "platform-latest";

    public string BootArchive => $"{prefix}/i86pc/amd64/boot_archive";

    public string BootArchiveHash => BootArchive + ".hash";

    public string BootArchiveManifest => BootArchive + ".manifest";

    // The loader knows the kernel by the path it has in the image, without the first component.
    public string Kernel => $"{prefix}/{profile.Kernel.RelativeTo(ImagePath.Parse("platform"))}";

    public string BootArchiveGitStatus => BootArchive + ".gitstatus";

    public string RootPassword => $"{prefix}/root.password";

    /// <summary>What may be executed.</summary>
    public IReadOnlySet<string> Executable => new HashSet<string>(StringComparer.Ordinal) { Kernel };

    /// <summary>What only its owner may read.</summary>
    public IReadOnlySet<string> Secret => new HashSet<string>(StringComparer.Ordinal) { RootPassword };

    public string Version => $"{prefix}/etc/version/platform";

    /// <summary>A name beside the outputs for something that is needed during the link only.</summary>
    public string WorkName(string name) => $"{prefix}.{name}";

    /// <summary>Throws unless the names of the links to the latest platform are free, or are links.</summary>
    public static void CheckLatest(IHost host, string output)
    {
        foreach (string name in new[] { Latest, $"{Latest}.tgz" })
        {
            string path = host.Files.Path.Combine(output, name);
            if (host.Status(path) is { Kind: not Compiler.Tree.FileKind.SymbolicLink })
                throw new IOException($"{path} is no symbolic link, so it is not replaced by one; move it away first");
        }
    }

    public static void WriteText(StagingFolder staging, string name, string text) =>
        WriteBytes(staging, name, new MemoryBytes(Encoding.UTF8.GetBytes(text)));

    /// <summary>As <see cref="WriteText"/>, for a file that nobody else may read, even for a moment.</summary>
    public static void WriteSecret(StagingFolder staging, string name, string text)
    {
        using Stream stream = staging.Create(name, secret: true);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    public static void WriteBytes(StagingFolder staging, string name, ByteSource content)
    {
        using Stream stream = staging.Create(name);
        content.ReadThrough(stream.Write);
    }

    /// <summary>Packs the folder into <c>PREFIX.tgz</c>: every member belongs to root and has the stamp's time.</summary>
    public void Pack(StagingFolder staging, IHost host, long time, int jobs, Action<long> advance, CancellationToken cancel)
    {
        var members = new List<TreeEntry> { new(ImagePath.Root, NewInode.Directory(0x1ed, time)) };
        string[] names = [BootArchive, BootArchiveHash, BootArchiveManifest, BootArchiveGitStatus, Kernel, RootPassword, Version];
        foreach (string name in names.Where(name => host.Files.File.Exists(staging.PathOf(name))))
        {
            ByteSource content = new ObservedBytes(FileBytes.Of(host.Files, staging.PathOf(name)), advance);
            members.Add(new TreeEntry(ImagePath.Parse(name), NewInode.File(PermissionsOf(name), time, content)));
        }
        FileTree folder = new FileTree(members.Take(1)).With(time, members.Skip(1));
        using Stream file = staging.Create($"{prefix}.tgz");
        PackedTree.Write(folder, file, jobs, cancel);
    }

    private int PermissionsOf(string name) => Executable.Contains(name) ? 0x1ed : Secret.Contains(name) ? 0x180 : 0x1a4;

    /// <summary>Makes the links to the latest platform.</summary>
    public void Link(StagingFolder staging, IHost host)
    {
        host.Files.File.CreateSymbolicLink(staging.PathOf(Latest), prefix);
        host.Files.File.CreateSymbolicLink(staging.PathOf($"{Latest}.tgz"), $"{prefix}.tgz");
    }
}
