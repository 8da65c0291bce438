using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Linker;

/// <summary>Counts the names of a tree that is being read, so that an image of a few kilobytes cannot stand for one that fills any memory.</summary>
internal sealed class TreeLimits
{
    /// <summary>More names than any image of a platform has; a tree of more is refused.</summary>
    public const int MostNames = 1_000_000;

    private int names;
    private long characters;

    /// <summary>Counts <paramref name="path"/>; <see cref="InvalidDataException"/> where it is too much.</summary>
    public void Count(ImagePath path)
    {
        if (names++ == MostNames) throw BrokenImage.Because($"there are more than {MostNames} names");
        if (EscapedUtf8.ByteCount(path.Text) > PathLimit.Bytes)
            throw BrokenImage.Because($"the path '{path.Text[..40]}...' has more than {PathLimit.Bytes} bytes");
        characters += path.Text.Length;
        if (characters > PathLimit.AllCharacters) throw BrokenImage.Because($"all paths together have more than {PathLimit.AllCharacters} characters");
    }
}
