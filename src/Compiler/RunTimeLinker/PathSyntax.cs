namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>How a run-time linker reads the paths in an object: what parts them, and what it takes for a token.</summary>
public sealed class PathSyntax
{
    private readonly (string Name, PathToken Token)[] names;
    private readonly bool braced;

    private PathSyntax(string separators, bool braced, (string, PathToken)[] names)
    {
        Separators = separators;
        this.braced = braced;
        this.names = names;
    }

    /// <summary>
    /// That of illumos (<c>expand()</c> in <c>usr/src/cmd/sgs/rtld/common/paths.c</c>): a token is a dollar sign with the beginning of the
    /// text behind it, whatever follows, so <c>$ORIGINAL</c> is <c>$ORIGIN</c> and <c>AL</c>. There are no braces.
    /// </summary>
    public static PathSyntax Illumos { get; } = new(":;", braced: false,
    [
        ("ORIGIN", PathToken.Origin), ("PLATFORM", PathToken.Platform), ("OSNAME", PathToken.SystemName), ("OSREL", PathToken.SystemRelease),
        ("ISALIST", PathToken.InstructionSets), ("CAPABILITY", PathToken.Capability), ("HWCAP", PathToken.Capability), ("MACHINE", PathToken.Machine),
    ]);

    /// <summary>That of glibc (<c>elf/dl-load.c</c>): three names, with or without braces, behind which no letter of a name follows.</summary>
    public static PathSyntax Gnu { get; } = new(":", braced: true, [("ORIGIN", PathToken.Origin), ("PLATFORM", PathToken.Platform), ("LIB", PathToken.Library)]);

    /// <summary>The characters that part a list.</summary>
    public string Separators { get; }

    /// <summary>The tokens in <paramref name="text"/>, in their order; everything else is literal.</summary>
    public IReadOnlyList<FoundToken> TokensIn(string text)
    {
        if (!text.Contains('$')) return [];
        var found = new List<FoundToken>();
        for (int at = text.IndexOf('$'); at >= 0; at = at < text.Length ? text.IndexOf('$', at) : -1)
        {
            FoundToken? token = TokenAt(text, at);
            if (token is { } known) found.Add(known);
            at += token?.Length ?? 1;
        }
        return found;
    }

    private FoundToken? TokenAt(string text, int dollar)
    {
        ReadOnlySpan<char> rest = text.AsSpan(dollar + 1);
        bool inBraces = braced && rest.StartsWith('{');
        if (inBraces) rest = rest[1..];
        foreach ((string name, PathToken token) in names)
        {
            if (!rest.StartsWith(name, StringComparison.Ordinal)) continue;
            ReadOnlySpan<char> behind = rest[name.Length..];
            if (inBraces && !behind.StartsWith('}')) continue;
            if (braced && !inBraces && behind is [var next, ..] && (char.IsAsciiLetterOrDigit(next) || next == '_')) continue;
            return new FoundToken(token, dollar, name.Length + (inBraces ? 3 : 1));
        }
        return null;
    }
}

/// <summary>A token, and where it stands in a text: start and length in UTF-16 code units, the dollar sign included.</summary>
public readonly record struct FoundToken(PathToken Token, int Start, int Length);
