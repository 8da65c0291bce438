namespace ManifestLinker.Runtime.Workspace;

/// <summary><c>[store]</c>: where what phases and steps make is kept, and whether others share it; null where the file does not say.</summary>
internal sealed record StoreSection(Placed<string>? Directory, Placed<string>? Remote, Placed<bool>? Upload, Placed<long>? Timeout, Placed<long>? MaxSize);
