namespace ManifestLinker.Runtime.Workspace;

/// <summary><c>[world]</c>: how many phases run side by side, and how many jobs each of them is told to use; null where the file does not say.</summary>
internal sealed record WorldSection(Placed<long>? Jobs, Placed<long>? MaxJobs);
