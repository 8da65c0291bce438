namespace ManifestLinker.Runtime.World.Sources;

/// <summary>A record of <c>git status --porcelain=v2 -z --no-renames</c>: git-status(1), "Porcelain Format Version 2".</summary>
internal static class GitStatusLine
{
    /// <summary>The path that <paramref name="record"/> is about.</summary>
    /// <exception cref="InvalidDataException">It is no such record.</exception>
    public static string PathOf(string record)
    {
        // The path is the last field, and may have blanks itself.
        int fields = record.Length > 0 ? record[0] switch { '1' => 9, 'u' => 11, '?' => 2, _ => 0 } : 0;
        string[] parts = fields == 0 ? [] : record.Split(' ', fields);
        return fields > 0 && parts.Length == fields && parts[^1].Length > 0 ? parts[^1] : throw new InvalidDataException($"git tells '{record}' of its state, which is not understood");
    }
}
