using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Linker.Compare;

/// <summary>By what a difference is judged.</summary>
public sealed record JudgedDifference
{
    /// <summary>What kind of platform it is.</summary>
    public required Profile Profile { get; init; }

    /// <summary>How much a file may grow.</summary>
    public required GrowthLimit MostFileGrowth { get; init; }

    /// <summary>How much all files together may grow.</summary>
    public required GrowthLimit MostImageGrowth { get; init; }

    /// <summary>The component that delivers an object; null where none is known.</summary>
    public Func<ImagePath, string?> ComponentOf { get; init; } = _ => null;
}
