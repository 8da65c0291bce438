namespace ManifestLinker.Runtime.World.Trace;

/// <summary>A full path without empty components and <c>.</c>; <c>..</c> stays.</summary>
internal static class PlainPath
{
    /// <summary><paramref name="path"/>, which begins with a slash, without what says nothing.</summary>
    public static string Of(string path)
    {
        bool isPlain = !path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal) && (path.Length == 1 || path[^1] != '/');
        return isPlain ? path : "/" + string.Join('/', path.Split('/').Where(part => part is not ("" or ".")));
    }

    /// <summary>Whether <paramref name="path"/> climbs.</summary>
    public static bool Climbs(string path) => path.Contains("/../", StringComparison.Ordinal) || path.EndsWith("/..", StringComparison.Ordinal);
}
