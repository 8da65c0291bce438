using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC3007: An object has another mode in the proto area.</summary>
public static class ModeDiffersFromProto
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC3007",
        Name = "mode-differs-from-proto",
        Severity = Severity.Info,
        OptIn = true,
        Phase = Phase.Resolve,
        Fix = FixSafety.Unsafe,
        Summary = "A file or directory has another mode in the proto area.",
        Explanation =
            "The mode of the manifest is the one that ships. Where the component's own installation chose another, one of the two is out of "
            + "date, or somebody changed it on purpose. It is asked for by its name, because a checkout or an archive keeps no more of a mode "
            + "than whether a file can be executed, so that whole overlays differ. Owners are not compared: in a proto area that was "
            + "not built by root they are the builder's.",
        Bad = "f usr/bin/su 0555 root bin             (proto/usr/bin/su has the mode 4555)",
        Good = "f usr/bin/su 4555 root bin",
    };

    /// <summary>The files and directories of <paramref name="resolved"/> whose mode is another one there.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyList<ResolvedEntry> resolved, SearchPath search)
    {
        foreach (ResolvedEntry entry in resolved)
        {
            if (entry.Entry is not NodeEntry node) continue;
            ProtoObject? found = node is FileEntry ? entry.Source : search.FindAll(node.Path, follow: true) is [var first, ..] ? first : null;
            if (found is null || (node is DirectoryEntry && found.Kind != FileKind.Directory)) continue;
            if (node.Mode.Bits != found.Status.Permissions) yield return At(node, found);
        }
    }

    private static Finding At(NodeEntry node, ProtoObject found)
    {
        Mode there = new(found.Status.Permissions);
        Token mode = node.Origin.Mode;
        return Finding.Of(Rule, $"{node.TypeName} '{node.Path}' has the mode {node.Mode}, and {there} in {found.Directory}", Location.Of(mode)) with
        {
            Help = "the line decides; mend whichever is out of date",
            Subject = Subject.Of(node),
            Detail = [new("mode", node.Mode.ToString()), new("found", there.ToString()), new("directory", found.Directory)],
            DetailKey = there.ToString(),
            Fixes = [Fix.Of(FixSafety.Unsafe, $"write {there}", Edit.Replace(mode, there.ToString()))],
        };
    }
}
