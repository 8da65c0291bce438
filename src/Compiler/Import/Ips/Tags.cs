using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>Whether an action is for the image, by its <c>variant.NAME</c> and <c>facet.NAME</c> attributes (pkg(7), "Facets and variants").</summary>
internal static class Tags
{
    private const string Variant = "variant.";
    private const string Facet = "facet.";

    /// <summary>Whether all variants of <paramref name="action"/> are those of the image. One that nobody has given a value is a finding.</summary>
    public static bool FitVariants(IpsAction action, IpsOptions options, ICollection<Finding> findings)
    {
        foreach (string name in Names(action, Variant))
        {
            if (options.VariantOf(name[Variant.Length..]) is not { } value)
            {
                findings.Add(ImportUndefined.At($"nothing says which {name} the image is of", action.PlaceOf(name), $"say --variant {name[Variant.Length..]}=VALUE"));
                return false;
            }
            if (!action.All(name).Contains(value, StringComparer.Ordinal)) return false;
        }
        return true;
    }

    /// <summary>Whether the facets of <paramref name="action"/> are on: one of those marked <c>true</c>, all of those marked <c>all</c>, none marked <c>false</c>.</summary>
    public static bool FitFacets(IpsAction action, IpsOptions options)
    {
        bool any = false;
        bool wanted = false;
        foreach (string name in Names(action, Facet))
        {
            bool on = options.IsOn(name[Facet.Length..]);
            switch (action.Value(name))
            {
                case "all" when !on:
                case "false" when on:
                    return false;
                case "true":
                    any = true;
                    wanted |= on;
                    break;
            }
        }
        return !any || wanted;
    }

    private static IEnumerable<string> Names(IpsAction action, string prefix) => action.Attributes
        .Select(attribute => attribute.Name)
        .Where(name => name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);
}
