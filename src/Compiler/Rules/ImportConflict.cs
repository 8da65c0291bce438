using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9204: One path is described twice, in different ways.</summary>
public static class ImportConflict
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9204",
        Name = "import-conflict",
        Severity = Severity.Error,
        Phase = Phase.Import,
        Summary = "One path is described twice, in different ways.",
        Explanation =
            "Packages may share directories, as long as they agree on owner and mode; everything else belongs to "
            + "one package. In one image only one of the two can be.",
        Bad = "file path=usr/bin/ls mode=0555 (and again with mode=0755)",
        Good = "file path=usr/bin/ls mode=0555",
    };

    /// <summary><paramref name="again"/> contradicts <paramref name="first"/>.</summary>
    public static Finding At(ImportedEntry first, ImportedEntry again) =>
        Finding.Of(Rule, $"'{again.Path}' is described as '{again.Line}', and before as '{first.Line}'", again.Location) with
        {
            Help = "make the two agree, or import them into manifests of their own",
            Subject = again.Subject,
            Related = first.Location is null ? [] : [new Related("described before here", first.Location)],
            DetailKey = $"{first.Line}\n{again.Line}",
        };
}
