namespace ManifestLinker.Runtime.Store;

/// <summary>The two spaces of names of a Bazel HTTP cache.</summary>
internal enum CacheSpace
{
    /// <summary><c>/ac/</c>: what an action made, by the key of the action.</summary>
    Actions,

    /// <summary><c>/cas/</c>: contents, by their own digests.</summary>
    Contents,
}
