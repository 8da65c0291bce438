namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A line of a PAM configuration: whom it is for, how much it counts, and the module or file that it names, as it is spelled.</summary>
public sealed record PamEntry(int Line, string Service, string Flag, string Path)
{
    /// <summary>Whether it names another configuration instead of a module.</summary>
    public bool IsInclude => Flag.Equals("include", StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// Reads PAM configurations as libpam does (<c>get_pam_conf_entry()</c> in <c>usr/src/lib/libpam/pam_framework.c</c>):
/// <c>SERVICE TYPE FLAG PATH OPTIONS...</c> in etc/pam.conf, without the service in the files of etc/pam.d, which are called after it.
/// A <c>#</c> begins a comment only at the start of a line.
/// </summary>
public static class PamEntries
{
    private static readonly string[] Types = ["auth", "account", "session", "password"];

    private static readonly string[] Flags = ["binding", "include", "optional", "required", "requisite", "sufficient"];

    /// <summary>
    /// The entries in <paramref name="text"/>, all of them for <paramref name="service"/> where that is given. A line with a type or a flag that
    /// libpam does not know, or without a path, is none.
    /// </summary>
    public static SystemTable<PamEntry> Read(string text, string? service = null)
    {
        var rows = new List<PamEntry>();
        foreach ((int number, string line) in PlainLines.Of(text))
        {
            if (line.StartsWith('#')) continue;
            string[] words = PlainLines.Words(line);
            if (service is not null) words = [service, .. words];
            if (words.Length >= 4 && Types.Contains(words[1], StringComparer.OrdinalIgnoreCase) && Flags.Contains(words[2], StringComparer.OrdinalIgnoreCase))
                rows.Add(new PamEntry(number, words[0], words[2], words[3]));
        }
        return new(rows, []);
    }
}
