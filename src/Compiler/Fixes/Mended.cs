using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Fixes;

/// <summary>What came of mending.</summary>
public sealed record Mended
{
    /// <summary>The texts as they are now, in the order they were given; one that was not changed is the same object.</summary>
    public required IReadOnlyList<SourceText> Texts { get; init; }

    /// <summary>What a check says of them.</summary>
    public required CheckedTexts Last { get; init; }

    /// <summary>How many findings were mended.</summary>
    public required int Fixed { get; init; }

    /// <summary>The fixes that were not applied, and why.</summary>
    public required IReadOnlyList<HeldBack> HeldBack { get; init; }

    /// <summary>The rules whose fixes would go on for ever, since they undo each other; none where the texts have settled.</summary>
    public required IReadOnlyList<Rule> Unsettled { get; init; }
}

/// <summary>A fix that was not applied, since it would bring the error <see cref="Brings"/>; null where there was no more time to find out.</summary>
public sealed record HeldBack(Finding Finding, Fix Fix, Finding? Brings);
