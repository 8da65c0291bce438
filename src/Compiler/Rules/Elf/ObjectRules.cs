using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>
/// The rules that judge each object by itself. One fault gives one finding: a segment of a search path is told by the first rule that
/// has something to say, an object of another system by one rule for all that is foreign in it, and what is missing in a damaged object by none.
/// </summary>
internal static class ObjectRules
{
    /// <summary>The rules, in the order of the ids.</summary>
    public static readonly IReadOnlyList<Rule> All =
    [
        RunpathBuildLeak.Rule,
        RunpathOutsidePlatform.Rule,
        RunpathRelative.Rule,
        RunpathEmptySegment.Rule,
        RunpathRedundant.Rule,
        RunpathDuplicate.Rule,
        RunpathDirMissing.Rule,
        RunpathUnused.Rule,
        RunpathClassMismatch.Rule,
        RunpathDotdotAbsolute.Rule,
        RunpathWritableDir.Rule,
        OriginInSetid.Rule,
        RunpathGnuToken.Rule,
        RunpathCapToken.Rule,
        RpathAndRunpathDiffer.Rule,
        IsalistInPath.Rule,
        OriginAfterOthers.Rule,
        BadInterpreter.Rule,
        WrongArch.Rule,
        Osabi.Rule,
        Textrel.Rule,
        ExecStack.Rule,
        RwxSegment.Rule,
        StabsOrDwarfPresent.Rule,
        BuildPathInBinary.Rule,
        SonameMissing.Rule,
        MalformedElf.Rule,
        StaticExecutable.Rule,
    ];

    // The first that fires speaks.
    private static readonly Func<SearchPathOf, LedSegment, Finding?>[] OfSegments =
    [
        RunpathDuplicate.Check,
        RunpathBuildLeak.Check,
        RunpathGnuToken.Check,
        RunpathCapToken.Check,
        IsalistInPath.Check,
        OriginInSetid.Check,
        RunpathRelative.Check,
        RunpathDotdotAbsolute.Check,
        RunpathWritableDir.Check,
        RunpathRedundant.Check,
        RunpathClassMismatch.Check,
        RunpathOutsidePlatform.Check,
        RunpathDirMissing.Check,
        RunpathUnused.Check,
    ];

    /// <summary>What they find in the image of <paramref name="linker"/>.</summary>
    public static IEnumerable<Finding> Check(LoadModel linker, CancellationToken cancel)
    {
        AuditedImage image = linker.Image;
        if (!All.Any(rule => image.Input.Counts(rule))) yield break;
        var search = image.Input.Counts(BuildPathInBinary.Rule) ? new StringSearch(image.Input.BuildTrees) : null;
        foreach (AuditedFile file in image.Objects)
        {
            cancel.ThrowIfCancellationRequested();
            if (image.Profile.Objects.IsLoadedElsewhere(file.Path)) continue;
            foreach (Finding finding in CheckObject(linker, file)) yield return finding;
            if (search is not null && BuildPathInBinary.Check(image, file, search, cancel) is { } held) yield return held;
        }
    }

    private static IEnumerable<Finding> CheckObject(LoadModel linker, AuditedFile file)
    {
        AuditedImage image = linker.Image;
        bool isOfKernel = KernelModules.Is(file);
        if (MalformedElf.Check(image, file) is { } malformed) return ForeignSystem.IsLinux(file.Elf!) ? [malformed] : [malformed, .. CheckSearchPath(linker, file)];
        if (WrongArch.CheckMachine(image, file) is { } foreign) return [foreign];
        if (isOfKernel) return Found(StabsOrDwarfPresent.Check(image, file));
        Finding? interpreter = OriginInSetid.CheckInterpreter(image, file) ?? BadInterpreter.Check(image, file);
        // What no linker of illumos made says nothing of its stack, either.
        Finding? isStatic = StaticExecutable.Check(image, file);
        if (ForeignSystem.IsLinux(file.Elf!)) return Found(interpreter ?? Osabi.Check(image, file));
        return
        [
            .. Found(
                interpreter,
                Osabi.Check(image, file),
                WrongArch.CheckDirectory(image, file),
                Textrel.Check(image, file),
                isStatic is null ? ExecStack.Check(image, file) : null,
                RwxSegment.Check(image, file),
                StabsOrDwarfPresent.Check(image, file),
                SonameMissing.Check(image, file),
                isStatic),
            .. CheckSearchPath(linker, file),
        ];
    }

    // The kernel reads no search path, which is told by MLC5081.
    private static IEnumerable<Finding> CheckSearchPath(LoadModel linker, AuditedFile file)
    {
        if (file.Elf!.Dynamic is not { SearchPath.Length: > 0 } || KernelModules.Is(file)) return [];
        var path = new SearchPathOf(linker, file);
        IEnumerable<Finding?> ofSegments = path.Segments.Select(segment => OfSegments.Select(check => check(path, segment)).FirstOrDefault(finding => finding is not null));
        return
        [
            .. ofSegments.OfType<Finding>(),
            .. RunpathBuildLeak.CheckOverruled(path),
            .. Found(RunpathEmptySegment.Check(path), RpathAndRunpathDiffer.Check(path), OriginAfterOthers.Check(path)),
        ];
    }

    private static Finding[] Found(params Finding?[] findings) => [.. findings.OfType<Finding>()];
}
