using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7007: A symbolic link leads to another one.</summary>
public static class SymlinkChain
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7007",
        Name = "symlink-chain",
        Severity = Severity.Info,
        Phase = Phase.Semantics,
        Fix = FixSafety.Safe,
        Summary = "A symbolic link leads to another one.",
        Explanation =
            "Each link on the way is looked up again at every use, and whoever deletes one breaks the others. "
            + "The kernel gives up after 20 (MAXSYMLINKS); more than 8 are an error here. Two chains are as they should "
            + "be, and are not reported up to that length: that of a compilation link (libx.so), which only the link editor follows; and "
            + "one whose last link is the run-time name of a library (libx.so.1 to libx.so.1.4.2), because only that "
            + "one should have to know the full version.",
        Bad = """
            f gtset 0555 root bin
            s tset=gtset
            s reset=tset
            """,
        Good = """
            f gtset 0555 root bin
            s tset=gtset
            s reset=gtset
            """,
    };

    /// <summary>The longest chain that is merely worth knowing, in links.</summary>
    public const int Tolerable = 8;

    /// <summary><paramref name="link"/> arrives by way of <paramref name="walk"/>; null where its chain is as it should be.</summary>
    public static Finding? At(SymlinkEntry link, Walk walk, Union union, ImageNamespace image)
    {
        bool versioned = IsRunTimeName(walk.LastLink, walk.Path);
        ImagePath end = versioned ? walk.LastLink : walk.Path;
        int links = versioned ? walk.Chain - 1 : walk.Chain;
        if (links <= 1 || (links <= Tolerable && IsCompilationLink(link.Path))) return null;
        string text = LinkText.Between(link.Path.Parent, end);
        return SymbolicLink.At(Rule, link, $"symbolic link '{link.Path}' arrives at '{end}' through {links} links") with
        {
            Severity = links > Tolerable ? Severity.Error : Severity.Info,
            Help = $"write {text}",
            Fixes = new LinkRewriting(union, image).To(text, FixSafety.Safe, link),
            Detail = [new("target", link.Target), new("resolved", end.Text), new("links", $"{links}")],
        };
    }

    private static bool IsCompilationLink(ImagePath path) => path.Name.EndsWith(".so", StringComparison.Ordinal);

    private static bool IsRunTimeName(ImagePath link, ImagePath file) =>
        link.Name.Contains(".so.", StringComparison.Ordinal) && file.Name.StartsWith(link.Name + ".", StringComparison.Ordinal);
}
