namespace ManifestLinker.Runtime.Store.Local;

/// <summary>A file of a cache: its size in bytes, and when it was last used, in nanoseconds since 1970 UTC.</summary>
internal readonly record struct CacheFile(CacheSpace Space, string Path, long Size, long Used);
