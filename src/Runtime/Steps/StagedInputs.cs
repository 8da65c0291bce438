using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform;

namespace ManifestLinker.Runtime.Steps;

/// <summary>What a step gets to see of the image: what its patterns fit, the directories above that, and nothing else.</summary>
internal static class StagedInputs
{
    /// <summary>The part of <paramref name="image"/> that <paramref name="patterns"/> fit. Directories that are only on the way have mode 0755.</summary>
    public static FileTree Of(FileTree image, IReadOnlyList<PathGlob> patterns, long time)
    {
        IEnumerable<TreeEntry> chosen = image.Entries
            .Where(entry => patterns.Any(pattern => pattern.Matches(entry.Path)))
            .Select(entry => entry.Inode.Kind == FileKind.SymbolicLink ? entry with { Inode = Inside(entry, time) } : entry);
        return new FileTree([new(ImagePath.Root, NewInode.Directory(0x1ed, time))]).With(time, chosen);
    }

    // A link leads where it leads on the platform, and to no file of the machine the step runs on.
    private static Inode Inside(TreeEntry entry, long time)
    {
        string target = entry.Inode.Target;
        ImagePath directory = entry.Path.Parent;
        bool leaves = target.StartsWith('/');
        var names = new Stack<string>(leaves || directory.IsRoot ? [] : directory.Text.Split('/'));
        foreach (string name in target.Split('/').Where(name => name is not ("" or ".")))
        {
            if (name is not "..") names.Push(name);
            else if (!names.TryPop(out _)) leaves = true;
        }
        return leaves ? NewInode.Link(LinkText.Between(directory, [.. names.Reverse()]), time) : entry.Inode;
    }
}
