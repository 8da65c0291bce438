using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>What an image is, of all that package manifests leave open.</summary>
public sealed record IpsOptions
{
    /// <summary>The values of macros, besides those of the architecture.</summary>
    public IReadOnlyDictionary<string, string> Macros { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The architecture: <c>i386</c> or <c>sparc</c>.</summary>
    public string Architecture { get; init; } = "i386";

    /// <summary>The values of variants, without <c>variant.</c>, besides the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Variants { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Facets, without <c>facet.</c>, that are switched on or off; a name may end in <c>*</c>. The last that fits counts.</summary>
    public IReadOnlyList<KeyValuePair<string, bool>> Facets { get; init; } = [];

    /// <summary>For a mediator the version or implementation that is wanted.</summary>
    public IReadOnlyDictionary<string, string> Mediators { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Files that belong to every package after its own lines, as pkgmogrify(1) takes them; where there are none, the defaults of illumos apply.</summary>
    public IReadOnlyList<SourceText> Transforms { get; init; } = [];

    /// <summary>Finds the file that another one includes: the file's name, the included name; null where there is none.</summary>
    public Func<string, string, SourceText?> Include { get; init; } = (_, _) => null;

    /// <summary>All macros: those that the packages of illumos-gate use (usr/src/pkg/Makefile), with what the user says otherwise.</summary>
    internal Macros AllMacros()
    {
        bool sparc = Architecture is "sparc";
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ARCH"] = Architecture,
            ["ARCH32"] = sparc ? "sparcv7" : "i86",
            ["ARCH64"] = sparc ? "sparcv9" : "amd64",
            ["i386_ONLY"] = sparc ? "#" : "",
            ["sparc_ONLY"] = sparc ? "" : "#",
        };
        foreach ((string name, string value) in Macros) values[name] = value;
        return new Macros(values);
    }

    /// <summary>The value of a variant; null where nobody has said.</summary>
    internal string? VariantOf(string name) => Variants.TryGetValue(name, out string? value) ? value : name switch
    {
        "arch" => Architecture,
        "opensolaris.zone" => "global",
        "opensolaris.imagetype" => "full",
        _ => name.StartsWith("debug.", StringComparison.Ordinal) ? "false" : null,
    };

    /// <summary>Whether a facet is on. All are, but those for debugging and those that are optional (pkg(7)).</summary>
    internal bool IsOn(string facet)
    {
        foreach ((string name, bool on) in Facets.Reverse())
        {
            bool fits = name.EndsWith('*') ? facet.StartsWith(name.AsSpan(..^1), StringComparison.Ordinal) : facet.Equals(name, StringComparison.Ordinal);
            if (fits) return on;
        }
        return !facet.StartsWith("debug.", StringComparison.Ordinal) && !facet.StartsWith("optional.", StringComparison.Ordinal);
    }
}
