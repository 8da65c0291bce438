namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>One directory of a search list, as it is written.</summary>
/// <param name="Start">Where it begins in the list, in UTF-16 code units.</param>
/// <param name="Text">The text between two separators.</param>
/// <param name="IsNull">
/// Whether it is an empty segment that the linker takes for the working directory. An empty one that a semicolon ends, or that nothing
/// follows after a semicolon, is passed over (<c>expand_paths()</c> in <c>usr/src/cmd/sgs/rtld/common/paths.c</c>).
/// </param>
/// <param name="Tokens">The tokens in it, in their order; their positions count from the start of the segment.</param>
public sealed record SearchSegment(int Start, string Text, bool IsNull, IReadOnlyList<FoundToken> Tokens)
{
    /// <summary>Whether nothing stands between the two separators.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Whether it begins neither with a slash nor with <c>$ORIGIN</c>, so that it means another place in every working directory. An empty one is.</summary>
    public bool IsRelative => !Text.StartsWith('/') && Tokens is not [{ Token: PathToken.Origin, Start: 0 }, ..];

    /// <summary>Whether <paramref name="token"/> occurs in it.</summary>
    public bool Has(PathToken token)
    {
        foreach (FoundToken found in Tokens)
        {
            if (found.Token == token) return true;
        }
        return false;
    }

    /// <summary>
    /// What glibc would replace and this linker leaves as it is, such as <c>${ORIGIN}</c> and <c>$LIB</c>; their positions count from the
    /// start of the segment.
    /// </summary>
    public IReadOnlyList<FoundToken> ForeignTokens => Text.Contains('$')
        ? [.. PathSyntax.Gnu.TokensIn(Text).Where(foreign => !Tokens.Any(own => own.Start == foreign.Start))]
        : [];
}
