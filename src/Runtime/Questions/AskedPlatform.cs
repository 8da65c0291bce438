using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Questions;
using ManifestLinker.Linker.Open;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Questions;

/// <summary>A platform that is asked about: before it is linked, with the manifests that make it, or as it was delivered.</summary>
/// <param name="Graph">Who names whom in it.</param>
/// <param name="Project">The manifests and where their objects are; null for what was delivered.</param>
/// <param name="Compilation">The manifests, compiled; null for what was delivered.</param>
/// <param name="Opened">What was delivered; null where manifests are asked about.</param>
internal sealed record AskedPlatform(PlatformGraph Graph, LinkProject? Project, Compilation? Compilation, OpenedImage? Opened)
{
    /// <summary>The image.</summary>
    public AuditedImage Image => Graph.Image;

    /// <summary>What kind of platform it is.</summary>
    public Profile Profile => Image.Profile;
}
