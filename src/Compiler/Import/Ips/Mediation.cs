using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>
/// One of the targets that a mediated link may have (pkg(7), "Link Actions"): of all that a mediator offers, the image has one version and
/// implementation, for all of its links.
/// </summary>
internal sealed record Mediation(string Mediator, string? Version, string? Implementation, int Priority)
{
    /// <summary>The mediation of <paramref name="action"/>; null where it is a link like any other.</summary>
    public static Mediation? Of(IpsAction action) => action.Value("mediator") is { } mediator
        ? new Mediation(
            mediator,
            action.Value("mediator-version"),
            action.Value("mediator-implementation"),
            action.Value("mediator-priority") switch
            {
                "site" => 2,
                "vendor" => 1,
                _ => 0,
            })
        : null;

    /// <summary>Takes the links of the image from <paramref name="links"/>; what is not taken is told in <paramref name="findings"/>.</summary>
    public static IEnumerable<ImportedLink> Choose(
        IReadOnlyList<(Mediation Mediation, ImportedLink Link)> links, IReadOnlyDictionary<string, string> wanted, ICollection<Finding> findings)
    {
        foreach (IGrouping<string, (Mediation Mediation, ImportedLink Link)> offered in links.GroupBy(link => link.Mediation.Mediator, StringComparer.Ordinal))
        {
            Mediation[] known = [.. offered.Select(link => link.Mediation)];
            Mediation[] asked = wanted.TryGetValue(offered.Key, out string? name) ? [.. known.Where(mediation => mediation.IsCalled(name))] : [];
            Mediation best = (asked.Length > 0 ? asked : known).Aggregate((first, next) => first.Compare(next) < 0 ? next : first);
            foreach (IGrouping<string, ImportedLink> path in offered.GroupBy(link => link.Link.Path.Text, link => link.Link, StringComparer.Ordinal))
            {
                ImportedLink? taken = offered.FirstOrDefault(link => link.Link.Path.Text == path.Key && link.Mediation.SameAs(best)).Link;
                if (taken is not null) yield return taken;
                foreach (ImportedLink left in path.Where(link => !ReferenceEquals(link, taken)))
                {
                    if (taken is null || left.Line != taken.Line) findings.Add(ImportChoice.At(left, taken, $"{offered.Key}={best}"));
                }
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Version ?? Implementation ?? "";

    // By priority, then version, then the version of the implementation, then its name backwards, so that the first is the greatest.
    private int Compare(Mediation other)
    {
        int order = Priority.CompareTo(other.Priority);
        if (order == 0) order = CompareVersions(Version, other.Version);
        if (order == 0) order = CompareVersions(VersionOf(Implementation), VersionOf(other.Implementation));
        return order == 0 ? string.CompareOrdinal(other.Implementation, Implementation) : order;
    }

    private bool IsCalled(string name) =>
        name.Equals(Version, StringComparison.Ordinal) || name.Equals(Implementation, StringComparison.Ordinal) || name.Equals(Implementation?.Split('@')[0], StringComparison.Ordinal);

    private bool SameAs(Mediation other) =>
        string.Equals(Version, other.Version, StringComparison.Ordinal) && string.Equals(Implementation, other.Implementation, StringComparison.Ordinal);

    private static string? VersionOf(string? implementation) =>
        implementation?.IndexOf('@', StringComparison.Ordinal) is { } at and >= 0 ? implementation[(at + 1)..] : null;

    private static int CompareVersions(string? left, string? right)
    {
        if (left is null || right is null) return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        string[] mine = left.Split('.');
        string[] theirs = right.Split('.');
        for (int i = 0; i < Math.Max(mine.Length, theirs.Length); i++)
        {
            int order = Number(mine, i).CompareTo(Number(theirs, i));
            if (order != 0) return order;
        }
        return string.CompareOrdinal(left, right);
    }

    private static long Number(string[] parts, int index) =>
        index < parts.Length && long.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : -1;
}
