using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>
/// What tools leave behind and nobody means to ship: each pattern with the tool, in words that complete "is ". What
/// <see cref="Meant"/> covers has such a name for a reason.
/// </summary>
public sealed record JunkNames(IReadOnlyList<(PathGlob Glob, string What)> Patterns, IReadOnlyList<PathGlob> Meant)
{
    /// <summary>What <paramref name="path"/> is a left-over of; null where it is none.</summary>
    public string? WhatIs(ImagePath path)
    {
        for (int i = 0; i < Patterns.Count; i++)
        {
            if (Patterns[i].Glob.Matches(path)) return IsMeant(path) ? null : Patterns[i].What;
        }
        return null;
    }

    private bool IsMeant(ImagePath path) => Meant.Any(meant => meant.Matches(path));
}
