using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>Package manifests of IPS as entries of a manifest, package by package.</summary>
/// <param name="Groups">What each package delivers, in the order they were given.</param>
/// <param name="Counts">How many actions of each kind there were that deliver nothing here, by what they are or why that is.</param>
public sealed record IpsImport(IReadOnlyList<ImportedGroup> Groups, IReadOnlyList<KeyValuePair<string, int>> Counts)
{
    /// <summary>Reads <paramref name="manifests"/>; what cannot be taken over is added to <paramref name="findings"/>.</summary>
    public static IpsImport Read(IEnumerable<SourceText> manifests, IpsOptions options, ICollection<Finding> findings)
    {
        var delivery = new Delivery(hasDefaults: options.Transforms.Count == 0, findings);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var packages = new List<(string Title, List<ImportedEntry> Entries)>();
        var mediated = new List<(Mediation Mediation, ImportedLink Link)>();
        var homes = new Dictionary<ImportedLink, List<ImportedEntry>>(ReferenceEqualityComparer.Instance);
        foreach (SourceText source in manifests)
        {
            IpsPackage package = IpsPackage.Read(source, options, findings);
            var entries = new List<ImportedEntry>();
            packages.Add((package.LeftOut is null ? package.Name : $"{package.Name}: {package.LeftOut}", entries));
            if (package.LeftOut is not null)
            {
                Count("package that is not for this image");
                continue;
            }
            foreach (IpsAction action in package.Actions)
            {
                if (Silence(action, options, findings) is { } silence)
                {
                    Count(silence);
                    continue;
                }
                if (delivery.Entry(action) is not { } entry) continue;
                if (entry is ImportedLink link && Mediation.Of(action) is { } mediation)
                {
                    mediated.Add((mediation, link));
                    homes.Add(link, entries);
                }
                else
                {
                    entries.Add(entry);
                }
            }
        }
        foreach (ImportedLink link in Mediation.Choose(mediated, options.Mediators, findings)) homes[link].Add(link);
        return new IpsImport([.. packages.Select(package => new ImportedGroup(package.Title, package.Entries))], [.. counts]);

        void Count(string what) => counts[what] = counts.GetValueOrDefault(what) + 1;
    }

    // What an action is, or why it delivers nothing; null where it delivers something.
    private static string? Silence(IpsAction action, IpsOptions options, ICollection<Finding> findings)
    {
        if (!action.Delivers) return action.Name;
        if (!Tags.FitVariants(action, options, findings)) return $"{action.Name} of another variant";
        if (!Tags.FitFacets(action, options)) return $"{action.Name} of a facet that is off";
        return action.Value("preserve") is "abandon" or "legacy" ? $"{action.Name} that is for older images only" : null;
    }
}
