using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>Gives a symbolic link another text, where nothing else changes by it.</summary>
public static class LinkRewrite
{
    /// <summary>
    /// The fix that makes <paramref name="text"/> the target of <paramref name="link"/>. There is none where other names of the
    /// link, in other directories, would lead elsewhere; where another line declares the link, too; where the directory is reached
    /// through a link, so that ".." does not lead where its path says; where a variable would be written out; and where a line
    /// cannot hold the text.
    /// </summary>
    public static IReadOnlyList<Fix> To(string text, FixSafety safety, SymlinkEntry link, Union union, ImageNamespace image)
    {
        Token word = link.Origin.Target;
        bool possible = word.Is(link.Target)
            && !text.AsSpan().ContainsAny("=#$@%")
            && EscapedUtf8.ByteCount(text) <= PathTooLong.MaxPath
            && !union.IsRepeated(link.Path)
            && !union.IsShared(link.Path)
            && image.IsReal(link.Path.Parent);
        return possible ? [Fix.Of(safety, $"make {text} its target", Edit.Replace(word, text))] : [];
    }
}
