using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC3003: The object in the proto area is of another kind than the line says.</summary>
public static class SourceTypeMismatch
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC3003",
        Name = "source-type-mismatch",
        Severity = Severity.Error,
        Phase = Phase.Resolve,
        Summary = "The object in the proto area is of another kind than the line says.",
        Explanation =
            "builder leaves an empty file behind for a directory, and takes an existing object for a directory.",
        Bad = "f var/log 0755 root sys                (proto/var/log is a directory)",
        Good = "d var/log 0755 root sys",
    };

    /// <summary><paramref name="entry"/> is <paramref name="found"/> in the proto area.</summary>
    public static Finding At(Entry entry, ProtoObject found) =>
        Finding.Of(
            Rule,
            $"{entry.TypeName} '{entry.Path}' is a {found.KindName} in {found.Directory}",
            entry.Origin.PathLocation) with
        {
            Help = found.Kind switch
            {
                FileKind.Directory => $"write: d {entry.Path} {Attributes(entry, "0755 root bin")}",
                FileKind.SymbolicLink => $"write: s {entry.Path}={found.Target}",
                FileKind.Regular => $"write: f {entry.Path} {Attributes(entry, "0644 root bin")}",
                _ => "only files, directories and links can be delivered",
            },
            Subject = Subject.Of(entry),
            Detail = [new("directory", found.Directory), new("kind", found.KindName)],
            DetailKey = found.KindName,
        };

    private static string Attributes(Entry entry, string usual) =>
        entry is NodeEntry node ? $"{node.Mode} {node.Owner} {node.Group}" : usual;
}
