using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Rules.Drivers;
using ManifestLinker.Compiler.Rules.Elf;
using ManifestLinker.Compiler.Rules.Scripts;
using ManifestLinker.Compiler.Rules.Smf;

namespace ManifestLinker.Compiler.Audit;

/// <summary>Does what is in an image hold together? Every area is judged by rules of its own, which know nothing of each other.</summary>
public static class Auditor
{
    /// <summary>The findings about <paramref name="image"/>, before judgement.</summary>
    public static IReadOnlyList<Finding> Audit(AuditedImage image, CancellationToken cancel)
    {
        IReadOnlyList<Func<IEnumerable<Finding>>> areas =
        [
            () => ElfRules.Check(image, cancel),
            () => ScriptRules.Check(image),
            () => SmfRules.Check(image),
            () => DriverRules.Check(image),
            () => DuplicateContent.Check(image, cancel),
        ];
        Finding[][] found = SideBySide.Run<Finding[]>(
            [.. areas.Select<Func<IEnumerable<Finding>>, Func<Finding[]>>(area => () => [.. area().Where(finding => image.Input.Counts(finding.Rule))])],
            image.Files.Count);
        return [.. found.SelectMany(findings => findings)];
    }
}
