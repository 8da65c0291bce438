using System.Text.RegularExpressions;

namespace ManifestLinker.Runtime.Init;

/// <summary>
/// The package manifests that the archive of tests is made of: illumos names them in <c>usr/src/Makefile.testarchive</c>, which smartos-live's Makefile includes.
/// </summary>
internal static partial class TestArchive
{
    private const string List = "projects/illumos/usr/src/Makefile.testarchive";
    private const string Manifests = "projects/illumos/usr/src/pkg/manifests";

    /// <summary>Their paths, in the order of the list.</summary>
    public static IReadOnlyList<string> Of(Checkout checkout)
    {
        if (checkout.Text(List) is not { } list) return [];
        string[] named = [.. list.Text.Split('\n')
            .Select(line => line.Split('#')[0])
            .SelectMany(line => Name().Matches(line).Select(match => match.Value))
            .Distinct(StringComparer.Ordinal)
            .Select(name => $"{Manifests}/{name}")];
        foreach (string missing in named.Where(path => !checkout.Has(path))) checkout.Note($"Makefile.testarchive names {missing[(Manifests.Length + 1)..]}, and {missing} is not there");
        return [.. named.Where(checkout.Has)];
    }

    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9._+-]*\.(p5m|mf)(?![A-Za-z0-9._+-])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
