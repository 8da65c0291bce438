namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>What the tokens in paths stand for on the machines that an image is for.</summary>
public sealed record TokenValues
{
    /// <summary>Those of a 64-bit machine with the firmware of a PC.</summary>
    public static readonly TokenValues I86Pc = new();

    /// <summary>The platforms the image is for (<c>uname -i</c>); a path with <c>$PLATFORM</c> is one of each.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = ["i86pc"];

    /// <summary>The kind of machine (<c>uname -m</c>).</summary>
    public string Machine { get; init; } = "i86pc";

    /// <summary>The name of the system (<c>uname -s</c>).</summary>
    public string SystemName { get; init; } = "SunOS";

    /// <summary>The release of the system (<c>uname -r</c>).</summary>
    public string SystemRelease { get; init; } = "5.11";

    /// <summary>The instruction sets, the best first, as <c>isalist</c> prints them on a machine with MMX.</summary>
    public IReadOnlyList<string> InstructionSets { get; init; } = ["amd64", "pentium_pro+mmx", "pentium_pro", "pentium+mmx", "pentium", "i486", "i386", "i86"];

    /// <summary>What glibc's <c>$LIB</c> stands for.</summary>
    public string Library { get; init; } = "lib";

    /// <summary>
    /// What <paramref name="segment"/> comes to in an object loaded from the directory <paramref name="origin"/> (an absolute path): one
    /// path; several where <c>$ISALIST</c> or <c>$PLATFORM</c> stands for several things; none where it says nothing. One that the linker
    /// drops, because a token cannot be expanded, has no path but the token: a second <c>$ISALIST</c>, and <c>$CAPABILITY</c> unless
    /// <paramref name="capabilities"/> allows it as the last component.
    /// </summary>
    public IEnumerable<ExpandedPath> Expand(SearchSegment segment, string origin, bool capabilities = false)
    {
        if (segment.IsEmpty) return segment.IsNull ? [new(segment, ".", null)] : [];
        if (segment.Tokens.Count == 0) return [new(segment, segment.Text, null)];
        return Unexpandable(segment, capabilities) is { } token ? [new(segment, null, token)] : All(segment, origin);
    }

    private static PathToken? Unexpandable(SearchSegment segment, bool capabilities)
    {
        int instructionSets = 0;
        foreach (FoundToken found in segment.Tokens)
        {
            if (found.Token == PathToken.InstructionSets && ++instructionSets > 1) return found.Token;
            if (found.Token != PathToken.Capability) continue;
            bool isLastComponent = found.Start > 1 && segment.Text[found.Start - 1] == '/' && found.Start + found.Length == segment.Text.Length;
            if (!capabilities || !isLastComponent) return found.Token;
        }
        return null;
    }

    private IEnumerable<ExpandedPath> All(SearchSegment segment, string origin)
    {
        IReadOnlyList<string> sets = segment.Has(PathToken.InstructionSets) ? InstructionSets : [""];
        IReadOnlyList<string> platforms = segment.Has(PathToken.Platform) ? Platforms : [""];
        foreach (string set in sets)
        {
            foreach (string platform in platforms) yield return new(segment, Replaced(segment, origin, set, platform), null);
        }
    }

    private string Replaced(SearchSegment segment, string origin, string set, string platform)
    {
        string text = segment.Text;
        foreach (FoundToken found in segment.Tokens.Reverse())
        {
            string value = found.Token switch
            {
                PathToken.Origin => origin,
                PathToken.Platform => platform,
                PathToken.Machine => Machine,
                PathToken.SystemName => SystemName,
                PathToken.SystemRelease => SystemRelease,
                PathToken.InstructionSets => set,
                PathToken.Library => Library,
                _ => "",
            };
            text = string.Concat(text.AsSpan(0, found.Start), value, text.AsSpan(found.Start + found.Length));
        }
        return text;
    }
}
