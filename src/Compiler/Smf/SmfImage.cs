using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Smf;

/// <summary>The manifests and profiles of an image, and what they declare together.</summary>
public sealed class SmfImage
{
    private const string Extension = ".xml";

    private static readonly ImagePath[] ManifestPlaces = [ImagePath.Parse("lib/svc/manifest"), ImagePath.Parse("var/svc/manifest")];
    private static readonly ImagePath[] ProfilePlaces = [ImagePath.Parse("etc/svc/profile"), ImagePath.Parse("var/svc/profile")];

    private readonly HashSet<Fmri> declared = [];
    private readonly HashSet<string> withInstances = new(StringComparer.Ordinal);

    private SmfImage(AuditedImage image, IReadOnlyList<SmfFile> files)
    {
        Image = image;
        Files = files;
        foreach (Service service in Manifests.SelectMany(file => file.Services))
        {
            declared.Add(service.Fmri);
            declared.UnionWith(service.Instances.Select(instance => instance.Fmri));
            if (service.Instances.Count > 0) withInstances.Add(service.Fmri.Service);
        }
    }

    /// <summary>The image.</summary>
    public AuditedImage Image { get; }

    /// <summary>All of them, in the order of their paths.</summary>
    public IReadOnlyList<SmfFile> Files { get; }

    /// <summary>The manifests, which are imported at boot.</summary>
    public IEnumerable<SmfFile> Manifests => Files.Where(file => !file.IsProfile);

    /// <summary>The profiles, which are applied at boot.</summary>
    public IEnumerable<SmfFile> Profiles => Files.Where(file => file.IsProfile);

    /// <summary>Whether every manifest could be read, so that what none declares is not there.</summary>
    public bool IsWhole => Manifests.All(file => file.IsRead);

    /// <summary>Reads those of <paramref name="image"/>.</summary>
    public static SmfImage Read(AuditedImage image) => new(image, [.. image.Files.SelectMany(file => Read(image, file)).OrderBy(file => file.Path)]);

    /// <summary>
    /// Whether <paramref name="fmri"/> may be there: a manifest declares it, or declares the service and leaves its instances to
    /// programs that make them on the running system.
    /// </summary>
    public bool MayBe(Fmri fmri) =>
        declared.Contains(fmri) || (declared.Contains(fmri.OfService) && !withInstances.Contains(fmri.Service));

    /// <summary>
    /// Where the absolute path <paramref name="text"/> leads. What the running system provides counts as provided even where no directory for it is in
    /// the image.
    /// </summary>
    public Walk Follow(string text)
    {
        Walk walk = Image.Follow(ImagePath.Root, text);
        return walk.End == WalkEnd.Missing && ImagePath.TryParse(text, out ImagePath path) && Image.Profile.IsProvided(path)
            ? walk with { End = WalkEnd.Provided, Path = path }
            : walk;
    }

    private static IEnumerable<SmfFile> Read(AuditedImage image, AuditedFile file)
    {
        foreach (ImagePath path in file.Names.Where(name => name.Text.EndsWith(Extension, StringComparison.Ordinal)))
        {
            bool isProfile = Array.Exists(ProfilePlaces, path.IsAtOrBelow);
            if (!isProfile && !Array.Exists(ManifestPlaces, path.IsAtOrBelow)) continue;
            yield return new SmfFile(image, path, isProfile, file.Inode.Content.Length == 0, BundleReader.Read(file.Inode.Content, isProfile));

            // What has several names is imported once, by its content.
            yield break;
        }
    }
}
