using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7004: A symbolic link goes up further than the root.</summary>
public static class SymlinkEscapesRoot
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7004",
        Name = "symlink-escapes-root",
        Severity = Severity.Warning,
        Fix = FixSafety.Safe,
        Phase = Phase.Semantics,
        Summary = "A symbolic link goes up further than the root.",
        Explanation =
            "The kernel stays at the root, so that the link may still work; under an alternate root or in an "
            + "unpacked tree it leads out of the image.",
        Bad = "s usr/lib/libfakekernel.so.1=../../../lib/libfakekernel.so.1",
        Good = "s usr/lib/libfakekernel.so.1=../../lib/libfakekernel.so.1",
    };

    /// <summary><paramref name="link"/> has more ".." than directories above it; <paramref name="mended"/> makes it lead to the same, where that is certain.</summary>
    public static Finding At(SymlinkEntry link, IReadOnlyList<Fix> mended) =>
        SymbolicLink.At(Rule, link, $"symbolic link '{link.Path}' has more '..' than there are directories above it") with
        {
            Help = "take away the '..' that lead above the root",
            Detail = [new("target", link.Target)],
            Fixes = mended,
        };
}
