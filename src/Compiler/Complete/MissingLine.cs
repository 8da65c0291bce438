using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Complete;

/// <summary>The finding that an object of the proto area is delivered by nobody; the rules about it have its wording in common.</summary>
internal static class MissingLine
{
    /// <summary>
    /// <paramref name="path"/> of <paramref name="area"/> is <paramref name="found"/>, a directory with <paramref name="below"/> objects
    /// that are not told by themselves; <paramref name="line"/> would deliver it.
    /// </summary>
    public static Finding At(CompleteArea area, ImagePath path, ProtoObject found, int below, ProposedLine? line)
    {
        string also = below == 0 ? "" : below == 1 ? " with one object in it" : $" with {below} objects in it";
        return Of(area.Unshipped, path, found, line, $"{TypeName(found.Kind)} '{path}'{also} is in {found.Directory}, but no manifest delivers it") with
        {
            Severity = area.IsDemand ? Severity.Error : Severity.Info,
            Help = below > 0 ? "deliver it, or say in the workspace file what need not be"
                : line is null ? "a manifest cannot deliver it: keep it out of the proto area"
                : HelpFor(line),
            Related = [.. Places(area, line)],
            Fixes = below > 0 || line?.Edit is not { } edit ? []
                : [Fix.Of(area.IsDemand ? FixSafety.Safe : FixSafety.Offered, $"deliver {path}", edit)],
        };
    }

    /// <summary>What every finding about an object that nobody delivers has.</summary>
    public static Finding Of(Rule rule, ImagePath path, ProtoObject found, ProposedLine? line, string message) => Finding.Of(rule, message) with
    {
        Subject = new Subject(path.Text, TypeName(found.Kind), null),
        Detail = line is null ? [new("directory", found.Directory)]
            : line.Neighbour is not { } near ? [new("directory", found.Directory), new("line", line.Text)]
            : [new("directory", found.Directory), new("line", line.Text), new("component", near.Origin.Component)],
    };

    /// <summary>What to do: the line, and whose manifest it belongs to.</summary>
    public static string HelpFor(ProposedLine line) =>
        line.Neighbour is { } near ? $"add to {near.Origin.Component}: {line.Text}" : $"add a line: {line.Text}";

    private static IEnumerable<Related> Places(CompleteArea area, ProposedLine? line)
    {
        if (area.Declared is { } declared) yield return new("all of it must be delivered", declared);
        if (line?.Neighbour is { } near) yield return new("its neighbour is delivered here", near.Origin.PathLocation);
    }

    private static string TypeName(FileKind kind) => kind switch
    {
        FileKind.Regular => "file",
        FileKind.Directory => "directory",
        FileKind.SymbolicLink => "symlink",
        FileKind.Fifo => "named pipe",
        FileKind.Socket => "socket",
        _ => "device",
    };
}
