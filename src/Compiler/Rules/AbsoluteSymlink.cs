using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7003: A symbolic link has an absolute target.</summary>
public static class AbsoluteSymlink
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7003",
        Name = "absolute-symlink",
        Severity = Severity.Warning,
        Fix = FixSafety.Safe,
        Phase = Phase.Semantics,
        Summary = "A symbolic link has an absolute target.",
        Explanation =
            "It means something else in a zone or under an alternate root: there it leads out of the image.",
        Bad = "s usr/bin/perl=/usr/perl5/bin/perl",
        Good = "s usr/bin/perl=../perl5/bin/perl",
    };

    /// <summary>The text of <paramref name="link"/> begins with a slash; <paramref name="relative"/> makes it lead to the same, where that is certain.</summary>
    public static Finding At(SymlinkEntry link, IReadOnlyList<Fix> relative) =>
        SymbolicLink.At(Rule, link, $"symbolic link '{link.Path}' has the absolute target '{link.Target}'") with
        {
            Help = $"write {LinkText.Relative(link.Path.Parent, link.Target)}",
            Detail = [new("target", link.Target)],
            Fixes = relative,
        };
}
