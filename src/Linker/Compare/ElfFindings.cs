using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules.Differences;

namespace ManifestLinker.Linker.Compare;

/// <summary>What is to be said of what an ELF object offers and wants.</summary>
internal static class ElfFindings
{
    /// <summary>The findings about <paramref name="elf"/>, which is how <paramref name="subject"/> differs.</summary>
    public static IEnumerable<Finding> Of(ElfChange elf, Subject subject)
    {
        foreach (string version in elf.LostVersions) yield return AbiRemovedSymbol.Version(subject, version);
        if (elf.LostSymbols.Public is { Count: > 0 } lost) yield return AbiRemovedSymbol.Symbols(subject, lost, isPrivate: false);
        if (elf.LostSymbols.Private is { Count: > 0 } own) yield return AbiRemovedSymbol.Symbols(subject, own, isPrivate: true);
        if (elf.NeedsNow.Count + elf.NeedsNoMore.Count > 0) yield return NeededChange.At(subject, elf.NeedsNow, elf.NeedsNoMore);
        if (!string.Equals(elf.OldRunpath, elf.NewRunpath, StringComparison.Ordinal)) yield return RunpathChange.At(subject, elf.OldRunpath, elf.NewRunpath);
    }
}
