using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Open;

/// <summary>Finds objects of a tree by the paths people write.</summary>
public static class TreePath
{
    /// <summary>
    /// The object that <paramref name="text"/> names, symbolic links followed within the tree; with or without a leading slash.
    /// Throws a <see cref="FileNotFoundException"/> that says where the way ends.
    /// </summary>
    public static TreeEntry Resolve(FileTree tree, string text)
    {
        Walk walk = PathWalker.Follow(ImagePath.Root, text, path => Look(tree, path));
        return walk.End switch
        {
            WalkEnd.Found => new TreeEntry(walk.Path, tree.Find(walk.Path)!),
            WalkEnd.Loop => throw new FileNotFoundException($"'{text}' leads into a loop of symbolic links"),
            WalkEnd.NotADirectory => throw new FileNotFoundException($"'{text}': '{walk.Path}' is no directory"),
            _ => throw new FileNotFoundException($"'{text}' is not in the image: there is no '{walk.Path}'"),
        };
    }

    /// <summary>What lies at <paramref name="path"/> of <paramref name="tree"/>, for a walk.</summary>
    internal static Waypoint Look(FileTree tree, ImagePath path) => tree.Find(path) switch
    {
        null => new(StepKind.Missing),
        { Kind: FileKind.Directory } => new(StepKind.Directory),
        { Kind: FileKind.SymbolicLink } link => new(StepKind.Link, link.Target),
        _ => new(StepKind.Other),
    };
}
