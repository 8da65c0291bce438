namespace ManifestLinker.Testing;

/// <summary>
/// What a test cannot do without: the name of a program, <c>python:</c> and modules of Python 3 with commas between them,
/// <c>shared:</c> and a path below <c>../shared</c>, <c>$</c> and the name of a variable that must be set, <c>root</c>, <c>another user</c> or <c>namespaces</c> (to mount in), or several of these with
/// <c> or </c> between them.
/// </summary>
internal static class Need
{
    /// <summary>Why a test with these needs is skipped; null where all are met.</summary>
    public static string? Unmet(IEnumerable<string> needs)
    {
        string[] missing = [.. needs.Where(need => !need.Split(" or ").Any(IsMet))];
        return missing.Length > 0 ? "missing here: " + string.Join(", ", missing) : null;
    }

    private static bool IsMet(string need)
    {
        if (need.StartsWith("shared:", StringComparison.Ordinal)) return Path.Exists(Checkout.Shared(need["shared:".Length..]));
        if (need.StartsWith("python:", StringComparison.Ordinal)) return Python.With(need["python:".Length..]) is not null;
        if (need.StartsWith('$')) return !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(need[1..]));
        return need switch
        {
            "root" => Machine.IsRoot,
            "another user" => Machine.CanDropPrivilege,
            "namespaces" => Machine.CanMount,
            _ => ForeignTool.Find(need) is not null,
        };
    }
}
