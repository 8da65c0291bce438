namespace ManifestLinker.Compiler.Smf;

/// <summary>
/// The name of a service, and of an instance of it where there is one: <c>svc:/network/ntp:default</c>. Scope and properties are dropped, as
/// there is but one scope (scf_parse_fmri in usr/src/lib/libscf/common/lowlevel.c).
/// </summary>
public readonly record struct Fmri(string Service, string? Instance) : IComparable<Fmri>
{
    private const string Scheme = "svc:";

    /// <summary>The service, whichever instance this is.</summary>
    public Fmri OfService => this with { Instance = null };

    /// <summary>What <paramref name="text"/> names; null where that is no service.</summary>
    public static Fmri? Parse(string text)
    {
        string name = text.Trim();
        if (!name.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        name = name[Scheme.Length..];
        if (name.StartsWith("//", StringComparison.Ordinal))
        {
            int scope = name.IndexOf('/', 2);
            if (scope < 0) return null;
            name = name[scope..];
        }
        int properties = name.IndexOf("/:", StringComparison.Ordinal);
        if (properties >= 0) name = name[..properties];
        name = name.TrimStart('/');
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        string service = colon < 0 ? name : name[..colon];
        string? instance = colon < 0 ? null : name[(colon + 1)..];
        return service.Length == 0 || instance is "" ? null : new Fmri(service, instance);
    }

    /// <inheritdoc/>
    public int CompareTo(Fmri other)
    {
        int byService = string.CompareOrdinal(Service, other.Service);
        return byService != 0 ? byService : string.CompareOrdinal(Instance, other.Instance);
    }

    /// <inheritdoc/>
    public override string ToString() => Printable.Short(Instance is null ? $"{Scheme}/{Service}" : $"{Scheme}/{Service}:{Instance}");

    /// <summary>Whether <paramref name="left"/> sorts before <paramref name="right"/>.</summary>
    public static bool operator <(Fmri left, Fmri right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> sorts after <paramref name="right"/>.</summary>
    public static bool operator >(Fmri left, Fmri right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not sort after <paramref name="right"/>.</summary>
    public static bool operator <=(Fmri left, Fmri right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not sort before <paramref name="right"/>.</summary>
    public static bool operator >=(Fmri left, Fmri right) => left.CompareTo(right) >= 0;
}
