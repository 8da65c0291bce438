using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC8005: A page of the manual has another mode than 0444.</summary>
public static class ManMode
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8005",
        Name = "man-mode",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Fix = FixSafety.Safe,
        Summary = "A page of the manual has another mode than 0444.",
        Explanation =
            "Pages are for everybody to read and for nobody to write or run; thousands of them in the real manifests have 0444. Eight have 044, "
            + "which locks out their owner and has shipped since 2011, and builder takes it as it is.",
        Bad = "f usr/share/man/man1/size.1 0644 root bin",
        Good = "f usr/share/man/man1/size.1 0444 root bin",
    };

    /// <summary><paramref name="page"/> should have <paramref name="usual"/>.</summary>
    public static Finding At(FileEntry page, Mode usual) =>
        Finding.Of(Rule, $"page '{page.Path}' has the mode {page.Mode}, not {usual}", Location.Of(page.Origin.Mode)) with
        {
            Help = $"write {usual}",
            Subject = Subject.Of(page),
            Detail = [new("mode", page.Mode.ToString())],
            DetailKey = page.Mode.ToString(),
            Fixes = [Fix.Of(FixSafety.Safe, $"write {usual}", Edit.Replace(page.Origin.Mode, usual.ToString()))],
        };
}
