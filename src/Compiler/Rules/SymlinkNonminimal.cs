using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7008: A symbolic link's text has components that lead nowhere.</summary>
public static class SymlinkNonminimal
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7008",
        Name = "symlink-nonminimal",
        Severity = Severity.Info,
        Phase = Phase.Semantics,
        Fix = FixSafety.Safe,
        Summary = "A symbolic link's text has components that lead nowhere.",
        Explanation =
            "An empty component, \".\", or a directory with \"..\" after it changes nothing about where the link leads, "
            + "costs a look-up at every use, and keeps programs that compare texts from seeing that two links are the "
            + "same. The text without them leads to the same object. Where the directory before \"..\" is a link "
            + "itself, that is not so, and MLC7009 speaks; of an absolute text, or one that goes up from the root, MLC7003 and "
            + "MLC7004 do.",
        Bad = """
            d etc/mail 0755 root mail
            f etc/mail/aliases 0644 root bin
            s etc/aliases=./mail/aliases
            """,
        Good = """
            d etc/mail 0755 root mail
            f etc/mail/aliases 0644 root bin
            s etc/aliases=mail/aliases
            """,
    };

    /// <summary>The text of <paramref name="link"/>, which is relative and stays below the root, has detours.</summary>
    public static Finding At(SymlinkEntry link, Union union, ImageNamespace image)
    {
        string text = LinkText.WithoutDetours(link.Target);
        return SymbolicLink.At(Rule, link, $"symbolic link '{link.Path}' says '{link.Target}' where '{text}' would do") with
        {
            Help = $"write {text}",
            Fixes = new LinkRewriting(union, image).To(text, FixSafety.Safe, link),
            Detail = [new("target", link.Target)],
        };
    }
}
