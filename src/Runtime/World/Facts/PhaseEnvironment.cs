using System.Globalization;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.World.Facts;

/// <summary>
/// The whole environment of a phase, of which nothing is inherited in silence. HOME, USER and the like are there where the phase asks for them.
/// </summary>
internal static class PhaseEnvironment
{
    /// <summary>The variables of <paramref name="section"/> that do not come from mlc's environment; what is declared counts most.</summary>
    public static SortedDictionary<string, string> Of(PhaseSection section, int maxJobs, int? sourceDate)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["LC_ALL"] = "C",
            ["TZ"] = "UTC",
            ["MAX_JOBS"] = maxJobs.ToString(CultureInfo.InvariantCulture),
        };
        if (sourceDate is { } seconds) variables["SOURCE_DATE_EPOCH"] = seconds.ToString(CultureInfo.InvariantCulture);
        foreach ((string name, Placed<string> value) in section.Environment) variables[name] = value.Value;
        return variables;
    }

    /// <summary>The names of those that come from mlc's environment: PATH, unless it is declared, and what is passed.</summary>
    public static IReadOnlyList<string> PassedTo(PhaseSection section) =>
        [.. section.Pass.Select(name => name.Value).Append("PATH").Distinct(StringComparer.Ordinal).Where(name => !section.Environment.Any(pair => pair.Key == name)).Order(StringComparer.Ordinal)];
}
