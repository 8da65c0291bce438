using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Rules;

/// <summary>What the rules about modes have in common: they stand at the mode, and mend it wherever the path is declared with it.</summary>
internal static class Permission
{
    /// <summary>The mode of <paramref name="entry"/> is wrong, and only its author knows what is right.</summary>
    public static Finding At(Rule rule, NodeEntry entry, string message, string help) =>
        Finding.Of(rule, message, Location.Of(entry.Origin.Mode)) with
        {
            Help = help,
            Subject = Subject.Of(entry),
            Detail = [new("mode", entry.Mode.ToString())],
            DetailKey = entry.Mode.ToString(),
        };

    /// <summary>The mode of <paramref name="entry"/> is wrong, and <paramref name="mended"/> would be right.</summary>
    public static Finding At(Rule rule, NodeEntry entry, string message, Mode mended, Union union) =>
        At(rule, entry, message, $"write {mended}, or excuse it with a reason") with { Fixes = [Write(rule, entry, mended, union)] };

    /// <summary>Gives <paramref name="entry"/> the mode <paramref name="mended"/>, wherever it is declared with the mode it has.</summary>
    public static Fix Write(Rule rule, NodeEntry entry, Mode mended, Union union)
    {
        IEnumerable<NodeEntry> same = union.DeclarationsOf(entry).OfType<NodeEntry>().Where(declared => declared.Mode == entry.Mode);
        return new(
            rule.Fix!.Value,
            $"give '{entry.Path}' the mode {mended}",
            [.. same.Select(declared => Edit.Replace(declared.Origin.Mode, mended.ToString()))]);
    }
}
