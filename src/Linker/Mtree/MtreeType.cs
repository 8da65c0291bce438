using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Mtree;

/// <summary>The words for kinds of objects in mtree(5).</summary>
public static class MtreeType
{
    private static readonly (FileKind Kind, string Word)[] Words =
    [
        (FileKind.Regular, "file"), (FileKind.Directory, "dir"), (FileKind.SymbolicLink, "link"), (FileKind.CharacterDevice, "char"),
        (FileKind.BlockDevice, "block"), (FileKind.Fifo, "fifo"), (FileKind.Socket, "socket"),
    ];

    /// <summary>The word for <paramref name="kind"/>.</summary>
    public static string WordFor(FileKind kind) => Array.Find(Words, pair => pair.Kind == kind).Word;

    /// <summary>The kind that <paramref name="word"/> stands for; null where there is none.</summary>
    public static FileKind? KindFor(string word)
    {
        int found = Array.FindIndex(Words, pair => string.Equals(pair.Word, word, StringComparison.Ordinal));
        return found < 0 ? null : Words[found].Kind;
    }
}
