namespace ManifestLinker.Runtime.Workspace;

/// <summary><c>[[repository]]</c>: a directory whose revision goes into the platform, and the name it goes by there.</summary>
internal sealed record RepositorySection(Placed<string> Name, Placed<string> Directory);
