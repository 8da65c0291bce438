using System.Globalization;

namespace ManifestLinker.Compiler.Accounts;

/// <summary>The numbers of the users or groups of the image, by name.</summary>
public sealed class AccountTable
{
    private readonly Dictionary<string, uint> ids = new(StringComparer.Ordinal);

    /// <summary>A table known as <paramref name="source"/>; of several rows of one name the first counts, as in getpwnam(3C).</summary>
    public AccountTable(string source, IEnumerable<KeyValuePair<string, uint>> rows)
    {
        Source = source;
        foreach ((string name, uint id) in rows) ids.TryAdd(name, id);
    }

    /// <summary>Where the table comes from, for messages.</summary>
    public string Source { get; }

    /// <summary>The names it knows.</summary>
    public IReadOnlyCollection<string> Names => ids.Keys;

    /// <summary>The number of <paramref name="name"/>; null where it is unknown. A number that is no name is unknown, too.</summary>
    public uint? Find(string name) => ids.TryGetValue(name, out uint id) ? id : null;

    /// <summary>The number to use for <paramref name="name"/>: its own, or itself where it is one; otherwise 0, which a finding has said.</summary>
    public uint IdOf(string name) =>
        Find(name) ?? Number(name) ?? 0;

    /// <summary>The first name that has the number <paramref name="id"/>; null where none has.</summary>
    public string? NameOf(uint id) => ids.Where(row => row.Value == id).Select(row => row.Key).FirstOrDefault();

    /// <summary>The number that <paramref name="name"/> spells; null where it is no number.</summary>
    public static uint? Number(string name) =>
        uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out uint id) ? id : null;

    /// <summary>
    /// Reads a table in the form of passwd(5) or group(5): name and number are the first and third of the fields between colons.
    /// Lines that have no such fields are not rows.
    /// </summary>
    public static AccountTable Parse(string source, string text) => new(source, Rows(text));

    private static IEnumerable<KeyValuePair<string, uint>> Rows(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            string[] fields = line.TrimEnd('\r').Split(':');
            if (fields.Length >= 3
                && fields[0].Length > 0
                && uint.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out uint id))
            {
                yield return new(fields[0], id);
            }
        }
    }
}
