using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC3011: The object in the proto area is a device, a pipe or a socket.</summary>
public static class SpecialFile
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC3011",
        Name = "special-file",
        Severity = Severity.Error,
        Phase = Phase.Resolve,
        Summary = "The object in the proto area is a device, a pipe or a socket.",
        Explanation =
            "Such an object has no content to deliver; reading a pipe would wait for ever. Device nodes are made "
            + "by the running system.",
        Bad = "f var/run/pipe 0600 root sys           (proto/var/run/pipe is a named pipe)",
        Good = "(delete the line)",
    };

    /// <summary>The object of <paramref name="entry"/> is <paramref name="found"/>.</summary>
    public static Finding At(Entry entry, ProtoObject found) =>
        Finding.Of(Rule, $"{entry.TypeName} '{entry.Path}' is a {found.KindName} in {found.Directory}", entry.Origin.PathLocation) with
        {
            Help = "only files, directories and links can be delivered",
            Subject = Subject.Of(entry),
            Detail = [new("directory", found.Directory), new("kind", found.KindName)],
            DetailKey = found.KindName,
        };
}
