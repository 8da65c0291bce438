using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Linker.Compare;

/// <summary>What differs in what an ELF object offers others, and wants of them.</summary>
public sealed record ElfChange
{
    /// <summary>The libraries that it needs besides.</summary>
    public IReadOnlyList<string> NeedsNow { get; init; } = [];

    /// <summary>The libraries that it needs no more.</summary>
    public IReadOnlyList<string> NeedsNoMore { get; init; } = [];

    /// <summary>Where it looked for them.</summary>
    public string? OldRunpath { get; init; }

    /// <summary>Where it looks for them.</summary>
    public string? NewRunpath { get; init; }

    /// <summary>The versions it defines no more.</summary>
    public IReadOnlyList<string> LostVersions { get; init; } = [];

    /// <summary>The symbols it exports no more.</summary>
    public LostSymbols LostSymbols { get; init; } = LostSymbols.None;

    /// <summary>What differs between <paramref name="old"/> and <paramref name="now"/>.</summary>
    public static ElfChange Between(ElfObject old, ElfObject now, Func<LostSymbols> lostSymbols)
    {
        string[] oldNeeds = Needs(old);
        string[] newNeeds = Needs(now);
        return new ElfChange
        {
            NeedsNow = [.. newNeeds.Except(oldNeeds, StringComparer.Ordinal)],
            NeedsNoMore = [.. oldNeeds.Except(newNeeds, StringComparer.Ordinal)],
            OldRunpath = old.Dynamic?.SearchPath,
            NewRunpath = now.Dynamic?.SearchPath,
            LostVersions = [.. Versions(old).Except(Versions(now), StringComparer.Ordinal)],
            // Nobody binds to the symbols of a program, or to those of an object for another processor.
            LostSymbols = old.IsProgram || old.Type != ElfType.Shared || !old.FitsTo(now) ? LostSymbols.None : lostSymbols(),
        };
    }

    private static string[] Needs(ElfObject elf) =>
        [.. (elf.Dynamic?.Needed ?? []).Select(need => need.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // The base version is the name of the object itself.
    private static IEnumerable<string> Versions(ElfObject elf) =>
        (elf.Dynamic?.VersionsDefined ?? []).Where(version => (version.Flags & 1) == 0).Select(version => version.Name);
}
