namespace ManifestLinker.Linker.Inputs;

/// <summary>Where a repository was cloned from, fit to be told to everybody.</summary>
internal static class RepositoryUrl
{
    /// <summary>
    /// <paramref name="url"/> without a user name and password: a token of a build machine may stand there. An address like
    /// <c>git@host:path</c> stays as it is; <c>git</c> is nobody.
    /// </summary>
    public static string WithoutSecrets(string url)
    {
        int scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return url;
        int start = scheme + "://".Length;
        int end = url.IndexOf('/', start) is >= 0 and int slash ? slash : url.Length;
        int at = url.LastIndexOf('@', end - 1, end - start);
        return at < 0 ? url : url[..start] + url[(at + 1)..];
    }
}
