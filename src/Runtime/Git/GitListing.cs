using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Git;

/// <summary>Reads what <c>git ls-files -s -z</c> and <c>git ls-tree -r -z</c> write: records that end in NUL, so that no name is quoted.</summary>
internal static class GitListing
{
    /// <summary>The paths of an index with what lies there.</summary>
    /// <exception cref="UsageException">A merge has left a path open.</exception>
    /// <exception cref="InvalidDataException">It is no such listing.</exception>
    public static IEnumerable<(string Path, GitEntry Entry)> OfIndex(byte[] output)
    {
        foreach (string record in Records(output))
        {
            (string[] words, string path) = Split(record);
            if (words is not [var mode, var blob, var stage]) throw NotUnderstood(record);
            if (stage != "0") throw new UsageException($"{path} is not merged", "settle the conflict, and git add it; before, the index is no state that could be checked");
            yield return (path, Entry(mode, blob, record));
        }
    }

    /// <summary>The paths of a tree with what lies there.</summary>
    /// <exception cref="InvalidDataException">It is no such listing.</exception>
    public static IEnumerable<(string Path, GitEntry Entry)> OfTree(byte[] output)
    {
        foreach (string record in Records(output))
        {
            (string[] words, string path) = Split(record);
            if (words is not [var mode, _, var blob]) throw NotUnderstood(record);
            yield return (path, Entry(mode, blob, record));
        }
    }

    /// <summary>The records of <paramref name="output"/>.</summary>
    public static IEnumerable<string> Records(byte[] output) => GitProgram.Text(output).Split('\0', StringSplitOptions.RemoveEmptyEntries);

    private static (string[] Words, string Path) Split(string record)
    {
        int tab = record.IndexOf('\t', StringComparison.Ordinal);
        return tab > 0 && tab < record.Length - 1 ? (record[..tab].Split(' '), record[(tab + 1)..]) : throw NotUnderstood(record);
    }

    private static GitEntry Entry(string mode, string blob, string record) => mode switch
    {
        "100644" or "100664" => new(GitKind.File, blob),
        "100755" => new(GitKind.Program, blob),
        "120000" => new(GitKind.Link, blob),
        "160000" => GitEntry.OnDisk,
        _ => throw NotUnderstood(record),
    };

    private static InvalidDataException NotUnderstood(string record) => new($"git lists '{record}', which is not understood");
}
