using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Import;
using ManifestLinker.Compiler.Import.Ips;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Project;

/// <summary>
/// Package manifests of IPS in the place of manifests: each is one, under its own name, and what is found about a line of it is told of the action that the
/// line was made from.
/// </summary>
internal sealed class ConvertedPackages
{
    // What smartos-live's generate-manifest-from-ips.nawk gives to files and directories that say nothing.
    private const string SmartOsDefaults = """
        <transform dir file -> default owner root>
        <transform dir file -> default group sys>
        <transform file -> default mode 0444>
        <transform dir -> default mode 0555>

        """;

    private readonly Dictionary<SourceText, IReadOnlyList<ImportedEntry>> lines = new(ReferenceEqualityComparer.Instance);

    private ConvertedPackages(IReadOnlyList<NamedManifest> manifests, IReadOnlyList<Finding> findings) => (Manifests, Findings) = (manifests, findings);

    /// <summary>The manifests that stand for them; their texts are with the reader.</summary>
    public IReadOnlyList<NamedManifest> Manifests { get; }

    /// <summary>What could not be taken over.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Converts <paramref name="files"/>, and leaves what they become with <paramref name="reader"/>.</summary>
    public static ConvertedPackages Read(IReadOnlyList<(string Path, string GivenAs)> files, ProjectReader reader, IHost host)
    {
        (string Path, string GivenAs)[] each = [.. files.DistinctBy(file => file.Path, StringComparer.Ordinal)];
        var findings = new List<Finding>();
        var options = new IpsOptions
        {
            Transforms = [new SourceText("the defaults of the converter", SmartOsDefaults)],
            Include = new IncludedFiles(host, reader, []).Find,
        };
        SourceText[] packages = [.. each.Select(file => reader.ReadText(file.Path))];
        IReadOnlyList<ImportedGroup> groups = ManifestText.Kept(IpsImport.Read(packages, options, findings).Groups, findings);
        var converted = new ConvertedPackages(
            [.. each.Select(file => new NamedManifest(host.Files.Path.GetFileNameWithoutExtension(file.Path), file.Path, file.GivenAs))],
            findings);
        foreach ((NamedManifest manifest, SourceText package, ImportedGroup group) in converted.Manifests.Zip(packages, groups))
        {
            var text = new SourceText(package.Name, string.Concat(group.Entries.Select(entry => entry.Line + "\n")));
            reader.Texts.Put(manifest.Path, text);
            converted.lines.Add(text, group.Entries);
        }
        return converted;
    }

    /// <summary><paramref name="finding"/>, at the place that people wrote. A mending of the converted text would mend nothing.</summary>
    public Finding Placed(Finding finding) => finding with
    {
        Location = Placed(finding.Location),
        Related = [.. finding.Related.Select(related => related with { Location = Placed(related.Location) })],
        Fixes = finding.Location is { } place && lines.ContainsKey(place.Source) ? [] : finding.Fixes,
    };

    private Location? Placed(Location? place) =>
        place is not null && lines.TryGetValue(place.Source, out IReadOnlyList<ImportedEntry>? entries) && place.Line <= entries.Count
            ? entries[place.Line - 1].Location ?? place
            : place;
}
