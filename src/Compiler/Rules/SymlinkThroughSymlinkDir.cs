using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7009: A symbolic link's text leaves by ".." a directory that it entered through another link.</summary>
public static class SymlinkThroughSymlinkDir
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7009",
        Name = "symlink-through-symlink-dir",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Fix = FixSafety.Safe,
        Summary = "A symbolic link's text leaves by \"..\" a directory that it entered through another link.",
        Explanation =
            "The kernel goes to the directory that the other link leads to, and up from there; shells (cd, pwd) and "
            + "programs that tidy paths strike out the two components instead, and arrive somewhere else. The "
            + "directory that is meant can be named without the other link.",
        Bad = """
            d usr 0755 root sys
            d usr/bin 0755 root bin
            d usr/lib 0755 root bin
            f usr/lib/libz.so.1 0755 root bin
            s bin=usr/bin
            s libz.so.1=bin/../lib/libz.so.1
            """,
        Good = """
            d usr 0755 root sys
            d usr/bin 0755 root bin
            d usr/lib 0755 root bin
            f usr/lib/libz.so.1 0755 root bin
            s bin=usr/bin
            s libz.so.1=usr/lib/libz.so.1
            """,
    };

    /// <summary>The text of <paramref name="link"/> leaves a link by "..", and arrives by way of <paramref name="walk"/>.</summary>
    public static Finding At(SymlinkEntry link, Walk walk, Union union, ImageNamespace image)
    {
        string text = LinkText.Between(link.Path.Parent, Meant(link, walk, image));
        return SymbolicLink.At(Rule, link, $"symbolic link '{link.Path}' leaves another link by '..', and arrives at '{walk.Path}'") with
        {
            Help = $"write {text}",
            Fixes = new LinkRewriting(union, image).To(text, FixSafety.Safe, link),
            Detail = [new("target", link.Target), new("resolved", walk.Path.Text)],
        };
    }

    // The last component may be a link on purpose, and stays.
    private static ImagePath Meant(SymlinkEntry link, Walk walk, ImageNamespace image)
    {
        string text = link.Target.TrimEnd('/');
        string last = text[(text.LastIndexOf('/') + 1)..];
        return last is "." or ".." ? walk.Path : image.Follow(link.Path.Parent, text[..^last.Length]).Path.Append(last);
    }
}
