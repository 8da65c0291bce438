namespace ManifestLinker.Runtime.Workspace;

/// <summary>
/// <c>[boot]</c> or <c>[tests]</c>: the manifests of a tarball, the package manifests of IPS that are converted for it, and where its objects are looked up;
/// a search of null is that of the platform.
/// </summary>
internal sealed record TarballSection(IReadOnlyList<Placed<string>> Manifests, IReadOnlyList<Placed<string>> Packages, IReadOnlyList<Placed<string>>? Search);
