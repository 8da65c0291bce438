namespace ManifestLinker.Runtime.Workspace.Versions;

/// <summary>Versions that will do: comparisons that all must hold, <c>&gt;=1.2, &lt;2</c>, or one version, <c>1.2.3</c>.</summary>
internal sealed record VersionRange(string Text, IReadOnlyList<(string Sign, SemanticVersion Version)> Comparisons)
{
    /// <summary>A regular expression (of ECMA 262) for the ranges, but for leading zeros, which versions have none of.</summary>
    public const string Pattern = @"^\s*((>=|<=|>|<)\s*[0-9]+(\.[0-9]+){0,2}|=?\s*[0-9]+(\.[0-9]+){2})([-+][0-9A-Za-z.+-]+)?\s*(,\s*((>=|<=|>|<)\s*[0-9]+(\.[0-9]+){0,2}|=?\s*[0-9]+(\.[0-9]+){2})([-+][0-9A-Za-z.+-]+)?\s*)*$";

    // The longer ones first: they begin with the shorter.
    private static readonly string[] Signs = [">=", "<=", ">", "<", "="];

    /// <summary>Reads a range; null, and why, where it is none.</summary>
    public static (VersionRange? Range, string Fault) Parse(string text)
    {
        var comparisons = new List<(string, SemanticVersion)>();
        foreach (string part in text.Split(','))
        {
            string comparison = part.Trim();
            string sign = Signs.FirstOrDefault(sign => comparison.StartsWith(sign, StringComparison.Ordinal)) ?? "";
            string number = comparison[sign.Length..].Trim();
            if (SemanticVersion.Parse(number) is not { } version)
                return (null, number.Length == 0 ? "lacks a version" : $"has '{number}', which is no version");
            if (sign is "" or "=" && version.NumbersGiven < 3)
                return (null, $"has '{comparison}', and one version has three numbers");
            comparisons.Add((sign, version));
        }
        return (new VersionRange(text, comparisons), "");
    }

    /// <summary>Whether <paramref name="version"/> will do.</summary>
    public bool Contains(SemanticVersion version) => Comparisons.All(comparison =>
    {
        int order = version.OrderTo(comparison.Version);
        return comparison.Sign switch
        {
            ">=" => order >= 0,
            "<=" => order <= 0,
            ">" => order > 0,
            "<" => order < 0,
            _ => order == 0,
        };
    });
}
