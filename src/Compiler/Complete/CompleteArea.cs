using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Complete;

/// <summary>
/// A part of the image that is all or nothing: whatever the search directories have there must be delivered. Time zones,
/// microcode, sections of the manual and what a project declares are such areas, told apart by their data alone.
/// </summary>
public sealed record CompleteArea
{
    /// <summary>Everything; not as a demand, but as a question that one may ask.</summary>
    public static readonly CompleteArea Everything = new()
    {
        Tops = [ImagePath.Root],
        Objects = [new PathPrefix(ImagePath.Root)],
        IsDemand = false,
    };

    /// <summary>The places that <see cref="Objects"/> lie at or below: where it is worth looking.</summary>
    public required IReadOnlyList<ImagePath> Tops { get; init; }

    /// <summary>The objects that are meant.</summary>
    public required IReadOnlyList<IPathPattern> Objects { get; init; }

    /// <summary>Those of them that need not be delivered.</summary>
    public IReadOnlyList<Exemption> Except { get; init; } = [];

    /// <summary>Where it is declared; null where the profile does.</summary>
    public Location? Declared { get; init; }

    /// <summary>Whether what is not delivered is wrong; otherwise it is only worth knowing.</summary>
    public bool IsDemand { get; init; } = true;

    /// <summary>The rule that speaks of what is not delivered.</summary>
    public Rule Unshipped { get; init; } = UnshippedInProto.Rule;

    /// <summary>The rules that speak here in the place of a general one.</summary>
    public IReadOnlyList<(Rule General, Rule Own)> OwnRules { get; init; } = [];

    /// <summary>Whether <paramref name="path"/> is meant, exempt or not.</summary>
    public bool Means(ImagePath path)
    {
        foreach (IPathPattern pattern in Objects)
        {
            if (pattern.Matches(path)) return true;
        }
        return false;
    }

    /// <summary>The area of all that lies at or below <paramref name="tops"/>.</summary>
    public static CompleteArea Below(params string[] tops)
    {
        ImagePath[] paths = [.. tops.Select(ImagePath.Parse)];
        return new() { Tops = paths, Objects = [.. paths.Select(top => new PathPrefix(top))] };
    }
}
