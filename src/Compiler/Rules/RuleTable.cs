using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>Every rule, in the order of the ids.</summary>
public static class RuleTable
{
    /// <summary>The rules.</summary>
    public static readonly IReadOnlyList<Rule> All =
    [
        UnusedSuppression.Rule,
        MismatchedSuppression.Rule,
        SuppressionWithoutReason.Rule,
        SuppressionExpired.Rule,
        UnknownRuleInSuppression.Rule,
        UnsuppressibleSuppressed.Rule,
        StaleBaseline.Rule,
        UnknownEntryType.Rule,
        WrongFieldCount.Rule,
        BadModeSyntax.Rule,
        ModeNotFourDigits.Rule,
        MissingLinkSeparator.Rule,
        MultipleEquals.Rule,
        AbsolutePath.Rule,
        NonNormalPath.Rule,
        HashInsideLine.Rule,
        NoNewlineAtEof.Rule,
        Crlf.Rule,
        NonAsciiOrControlChar.Rule,
        UnexpandedVariable.Rule,
        MergeConflictMarker.Rule,
        LeadingBlank.Rule,
        PathTooLong.Rule,
        DuplicateIdentical.Rule,
        DuplicateConflict.Rule,
        TypeConflict.Rule,
        DirAttrConflict.Rule,
        RedundantDir.Rule,
        MissingParent.Rule,
        ParentNotDir.Rule,
        UnknownOwner.Rule,
        UnknownGroup.Rule,
        HardlinkTargetUndeclared.Rule,
        HardlinkCrossFilesystem.Rule,
        HardlinkToSymlink.Rule,
        SourceNotFound.Rule,
        SourceIsSymlink.Rule,
        SourceTypeMismatch.Rule,
        SymlinkTargetDiffers.Rule,
        ShadowedSource.Rule,
        SpecialFile.Rule,
        UnreadableSource.Rule,
        SearchDirMissing.Rule,
        ImageFullBlocks.Rule,
        ImageFullInodes.Rule,
        UnderfileMissing.Rule,
        KernelMissing.Rule,
        ReservedPath.Rule,
        NotRepresentable.Rule,
        BrokenSymlink.Rule,
        SymlinkLoop.Rule,
        AbsoluteSymlink.Rule,
        SymlinkEscapesRoot.Rule,
        SymlinkOutsidePlatform.Rule,
        SetidOnDirectory.Rule,
        Missing.Rule,
        Extra.Rule,
        ChangedDigest.Rule,
        ChangedMode.Rule,
        ChangedOwner.Rule,
        ChangedType.Rule,
        ChangedTarget.Rule,
        ChangedNlink.Rule,
        ChangedTime.Rule,
        BootArchiveHash.Rule,
        UfsInconsistent.Rule,
        LofiInconsistent.Rule,
        ListingSyntax.Rule,
        UnderfileDiffers.Rule,
        KernelDiffers.Rule,
    ];

    /// <summary>The rule with this id or name; null where there is none.</summary>
    public static Rule? Find(string idOrName) => All.FirstOrDefault(rule =>
        rule.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
        || rule.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase));

    /// <summary>The id or name nearest to <paramref name="selector"/>; null where none is near.</summary>
    public static string? Nearest(string selector) =>
        NearNames.Nearest(selector.ToUpperInvariant(), All.Select(rule => rule.Id))
        ?? NearNames.Nearest(selector, All.Select(rule => rule.Name));
}
