using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Import;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Import;
using ManifestLinker.Linker.Open;

namespace ManifestLinker.Linker.Audit;

/// <summary>
/// Audits what was delivered, given nothing else. The rules about entries (links, modes, owners, names) are asked about the manifest that
/// would have made the image; what they find stands in no file, so only the object is named.
/// </summary>
public static class DeliveredAudit
{
    /// <summary>The phases that run.</summary>
    public static readonly IReadOnlyList<Phase> Phases = [Phase.Semantics, Phase.Audit];

    /// <summary>The image of <paramref name="tree"/> with what its files are, and what is wrong with it, before judgement.</summary>
    public static (AuditedImage Image, IReadOnlyList<Finding> Findings) Run(
        FileTree tree, Profile profile, AccountTables accounts, Predicate<Rule> counts, AuditSettings settings, IHost host)
    {
        AccountTables own = TreeAccounts.Of(tree, accounts);
        AuditedImage image = ImageScan.Read(new AuditInput { Tree = tree, Profile = profile, Accounts = own, Counts = counts }, settings);
        return (image, [.. OfEntries(tree, profile, own, counts, host), .. Auditor.Audit(image, settings.Cancel)]);
    }

    private static IEnumerable<Finding> OfEntries(FileTree tree, Profile profile, AccountTables accounts, Predicate<Rule> counts, IHost host)
    {
        // What no manifest could say is no fault of the image, as far as these rules go.
        List<Finding> unsaid = [];
        IReadOnlyList<ImportedEntry> entries = TreeManifest.Of(tree, ImagePath.Root, new OwnerNames(accounts), unsaid);
        var manifest = new SourceText("", ManifestText.Of([new ImportedGroup(null, entries)], unsaid));
        Compilation compilation = Compilation.Run(
            new CompilationInput { Manifests = [("", manifest)], Profile = profile, Accounts = accounts, Counts = counts, IsWhole = false },
            host);
        return compilation.Findings
            .Where(finding => finding.Rule.Phase == Phase.Semantics && finding.Subject is { } subject
                // What the link makes itself is as it should be, and no manifest can change it.
                && !(ImagePath.TryParse(subject.Path, out ImagePath path) && profile.MadeByLink.Contains(path)))
            .Select(finding => finding with { Location = null, Related = [], Fixes = [], Subject = finding.Subject! with { Component = null } });
    }
}
