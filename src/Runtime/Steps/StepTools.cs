using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Open;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Processes;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Steps;

/// <summary>
/// What a step is made of: <see cref="Tree"/> has its tools, each at the path it is called by, and <see cref="Host"/> is its program
/// where that is none of them, but one of the machine. <see cref="Missing"/> says what is not there; null where all is.
/// </summary>
internal sealed record StepTools(FileTree Tree, string? Host, string? Missing)
{
    private const int Plain = 0x1a4;
    private const int Executable = 0x1ed;

    /// <summary>Finds the tools of <paramref name="step"/>; all have <paramref name="time"/> as their time.</summary>
    public static StepTools Find(StepSection step, WorkspaceFile workspace, Invocation invocation, long time)
    {
        IHost host = invocation.Host;
        var entries = new List<TreeEntry>();
        string? missing = null;
        foreach (Placed<string> tool in step.Tools)
        {
            string path = workspace.PathOf(tool).Opened;
            ImagePath place = ImagePath.Parse(tool.Value);
            if (host.Files.Directory.Exists(path)) entries.AddRange(Settled(HostTree.Read(host, path, invocation.Cancel), place, time));
            else if (host.Files.File.Exists(path)) entries.Add(new TreeEntry(place, Settled(FileAt(host, path), time)));
            else missing ??= $"its tool {tool.Value} is not there";
        }
        FileTree tree = new FileTree([new(ImagePath.Root, NewInode.Directory(Executable, time))]).With(time, entries);
        string program = step.Command[0].Value;
        if (program[0] == '$' || (program[0] != '/' && program.Contains('/', StringComparison.Ordinal))) return new StepTools(tree, null, missing);
        string? found = ProgramPath.Find(invocation, program);
        missing ??= found is not null ? null : program[0] == '/' ? $"its program {program} is not there" : $"its program {program} is not in $PATH";
        return new StepTools(tree, found, missing);
    }

    private static IEnumerable<TreeEntry> Settled(FileTree tree, ImagePath place, long time)
    {
        var settled = new Dictionary<Inode, Inode>();
        foreach (TreeEntry entry in tree.Entries)
        {
            if (!settled.TryGetValue(entry.Inode, out Inode? inode)) settled.Add(entry.Inode, inode = Settled(entry.Inode, time));
            yield return new TreeEntry(entry.Path.Below(place), inode);
        }
    }

    // Of a mode only what a version control system keeps, so that no umask can be seen.
    private static Inode Settled(Inode inode, long time) => new()
    {
        Kind = inode.Kind,
        Permissions = inode.Kind switch
        {
            FileKind.Regular when (inode.Permissions & 0x40) == 0 => Plain,
            FileKind.SymbolicLink => 0x1ff,
            _ => Executable,
        },
        Uid = 0,
        Gid = 0,
        Modified = time,
        Content = inode.Content,
        Target = inode.Target,
    };

    // A tool may well be a symbolic link; what counts is what it leads to.
    private static Inode FileAt(IHost host, string path)
    {
        string real = host.Files.File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        FileStatus status = host.Status(real) ?? throw new IOException($"{path} vanished while it was being read");
        return NewInode.File(status.Permissions, status.Modified, new FileBytes(host.Files, real, status.Size));
    }
}
