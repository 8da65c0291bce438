using System.Buffers;
using System.Globalization;
using System.Text;
using ManifestLinker.Linker.Inputs;

namespace ManifestLinker.Linker.Spdx;

/// <summary>The platform, or a component of it: what it is called, its version (null for none), where it comes from, and its files.</summary>
internal sealed record SpdxPackage(string Name, string Id, string? Version, string DownloadLocation, IReadOnlyList<SpdxFile> Files)
{
    /// <summary>What stands where nothing is said.</summary>
    public const string NoAssertion = "NOASSERTION";

    /// <summary>The identifier of the package of the platform.</summary>
    public const string PlatformId = "SPDXRef-Package-platform";

    private static readonly SearchValues<char> NotInUrls = SearchValues.Create("\"<>\\^`{|}#");

    /// <summary>
    /// The package of the <paramref name="number"/>th component, which comes from <paramref name="repository"/>. Identifiers have letters, digits,
    /// dots and dashes alone, so the number keeps apart what the name cannot.
    /// </summary>
    public static SpdxPackage Of(string component, int number, InputRepository? repository, IReadOnlyList<SpdxFile> files) => new(
        component,
        string.Create(CultureInfo.InvariantCulture, $"SPDXRef-Package-{number}-{Letters(component)}"),
        repository?.Revision is null ? null : repository.IsDirty ? repository.Revision + "-dirty" : repository.Revision,
        Location(repository),
        files);

    // SPDX 2.3, 7.7: the tool, "+", a URL, "@", and the commit. An address as ssh has it is a URL in short.
    private static string Location(InputRepository? repository)
    {
        if (repository is not { Revision: { } revision, Url: { Length: > 0 } url }) return NoAssertion;
        int colon = url.IndexOf(':', StringComparison.Ordinal);
        bool isShort = colon > 0 && !url.Contains("://", StringComparison.Ordinal) && !url.AsSpan(0, colon).Contains('/');
        string full = isShort ? $"ssh://{url[..colon]}/{url[(colon + 1)..].TrimStart('/')}" : RepositoryUrl.WithoutSecrets(url);
        string[] schemes = ["https://", "http://", "ssh://", "git://"];
        bool isPlain = full.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0 && !full.AsSpan().ContainsAny(NotInUrls);
        return isPlain && Array.Exists(schemes, scheme => full.StartsWith(scheme, StringComparison.Ordinal)) ? $"git+{full}@{revision}" : NoAssertion;
    }

    private static string Letters(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (char c in name) text.Append(char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-');
        return text.ToString();
    }
}
