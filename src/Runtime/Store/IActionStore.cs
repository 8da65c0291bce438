namespace ManifestLinker.Runtime.Store;

/// <summary>
/// Keeps what actions made, by content, so that an action whose key is known need not run again. A store never breaks and never falsifies a
/// build: what is missing, damaged or out of reach counts as not there, and every byte is held against its digest before it is used.
/// </summary>
internal interface IActionStore
{
    /// <summary>
    /// Puts what the action <paramref name="key"/> made into <paramref name="folder"/>, in place of what is there: files with their content and
    /// permissions, directories, symbolic links, and hard links as such. False where the store does not have all of it; the folder is then as it was.
    /// </summary>
    bool Restore(ActionKey key, string folder, CancellationToken cancel);

    /// <summary>
    /// Keeps everything in <paramref name="folder"/> as what the action <paramref name="key"/> made. A store that cannot (no space, no rights) says so
    /// to its observer, and the build goes on.
    /// </summary>
    void Keep(ActionKey key, string folder, CancellationToken cancel);
}
