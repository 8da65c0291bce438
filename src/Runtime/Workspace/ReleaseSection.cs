using ManifestLinker.Linker.Platform.Transforms;

namespace ManifestLinker.Runtime.Workspace;

/// <summary><c>[release]</c>: the system and the owner of the copyright in etc/release; null where the file does not say.</summary>
internal sealed record ReleaseSection(Placed<string>? Name, Placed<string>? Owner)
{
    /// <summary>Both, with the built-in ones where the file does not say.</summary>
    public ReleaseNames Names => new(Name?.Value ?? ReleaseNames.SmartOs.Name, Owner?.Value ?? ReleaseNames.SmartOs.Owner);
}
