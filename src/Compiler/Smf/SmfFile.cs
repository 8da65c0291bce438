using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Smf;

/// <summary>A manifest or profile of the image.</summary>
/// <param name="Image">The image.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="IsProfile">Whether it lies where profiles do.</param>
/// <param name="IsEmpty">Whether it has no bytes.</param>
/// <param name="Reading">What it says.</param>
public sealed record SmfFile(AuditedImage Image, ImagePath Path, bool IsProfile, bool IsEmpty, BundleReading Reading)
{
    /// <summary>Its services; none where it is no bundle.</summary>
    public IReadOnlyList<Service> Services => Reading.Bundle?.Services ?? [];

    /// <summary>Its services and their instances.</summary>
    public IEnumerable<ServiceEntity> Entities => Services.SelectMany(service => service.Instances.Prepend<ServiceEntity>(service));

    /// <summary>Whether all that it declares is known.</summary>
    public bool IsRead => Reading.Bundle is { IncludesOthers: false };

    /// <summary>The line that delivers it; null where none is known.</summary>
    public Location? Line => Image.Input.Union?.Find(Path)?.Origin.PathLocation;

    /// <summary>
    /// A finding about what stands at <paramref name="place"/> in the file, at the line that delivers it. <paramref name="key"/> tells it from others of
    /// the rule about the file.
    /// </summary>
    public Finding Finding(Rule rule, XmlPlace place, string message, string key, params IEnumerable<KeyValuePair<string, string>> detail) =>
        Image.Finding(rule, Path, $"{message}, at {place} of '{Path}'", key) with { Detail = [.. detail, .. place.Detail] };
}
