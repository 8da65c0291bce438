using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC3002: A file is a symbolic link in the proto area.</summary>
public static class SourceIsSymlink
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC3002",
        Name = "source-is-symlink",
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Phase = Phase.Resolve,
        Summary = "A file is a symbolic link in the proto area.",
        Explanation =
            "What the link leads to is copied, so that the image holds the bytes twice where a link was meant.",
        Bad = "f usr/lib/libz.so 0755 root bin        (proto/usr/lib/libz.so is a link to libz.so.1)",
        Good = "s usr/lib/libz.so=libz.so.1",
    };

    /// <summary>The object of <paramref name="entry"/> was reached through a symbolic link.</summary>
    public static Finding At(FileEntry entry, ProtoObject found) =>
        Finding.Of(
            Rule,
            $"file '{entry.Path}' is a symbolic link in {found.Directory}; what it leads to, '{found.RealPath}', is copied",
            entry.Origin.PathLocation) with
        {
            Help = found.Target is null ? "name the real path" : $"to deliver the link, write: s {entry.Path}={found.Target}",
            Subject = Subject.Of(entry),
            Detail = [new("directory", found.Directory), new("resolved", found.RealPath.Text)],
            DetailKey = found.RealPath.Text,
            Fixes = found.Target is { } target && WrittenWord.CanBeTarget(target) && !entry.Origin.Path.Chars.Contains('=')
                ? [DeliverLink(entry.Origin, target)]
                : [],
        };

    private static Fix DeliverLink(Origin line, string target) => Fix.Of(
        FixSafety.Unsafe,
        "deliver the link",
        new Edit(line.Path.Source, line.Kind.Start, line.Group.End - line.Kind.Start, $"s {line.Path}={target}"));
}
