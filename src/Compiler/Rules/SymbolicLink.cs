using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>What the rules about symbolic links have in common.</summary>
internal static class SymbolicLink
{
    public static Finding At(Rule rule, SymlinkEntry link, string message) =>
        Finding.Of(rule, message, Location.Of(link.Origin.Target)) with
        {
            Subject = Subject.Of(link),
            DetailKey = link.Target,
        };
}
