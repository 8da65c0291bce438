using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC3006: Several search directories have the object, with different content.</summary>
public static class ShadowedSource
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC3006",
        Name = "shadowed-source",
        Severity = Severity.Warning,
        Phase = Phase.Resolve,
        Summary = "Several search directories have the object, with different content.",
        Explanation =
            "The first one wins; that is what an overlay is for. It is reported because the attributes come from "
            + "a manifest, which may be another component's. Where the contents are the same it is information "
            + "only.",
        Bad = "f etc/motd 0644 root sys               (in overlay/ and in proto/)",
        Good = "f etc/motd 0644 root sys               (in overlay/ only)",
    };

    /// <summary><paramref name="won"/> hides <paramref name="lost"/>.</summary>
    public static Finding At(FileEntry entry, ProtoObject won, ProtoObject lost, bool same) =>
        Finding.Of(
            Rule,
            $"file '{entry.Path}' is taken from {won.Directory} and hides the one in {lost.Directory}{(same ? ", which is the same" : "")}",
            entry.Origin.PathLocation) with
        {
            Severity = same ? Severity.Info : Severity.Warning,
            Help = "if the overlay is meant, excuse it with a reason",
            Subject = Subject.Of(entry),
            Detail = [new("taken", won.Directory), new("hidden", lost.Directory)],
            DetailKey = lost.Directory,
        };
}
