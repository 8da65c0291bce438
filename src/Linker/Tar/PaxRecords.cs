using System.Globalization;
using System.Text;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Linker.Tar;

/// <summary>
/// The records of an extended header (POSIX.1-2017 pax): a length in decimal, a blank, <c>keyword=value</c> and a line feed, the
/// length that of the whole record.
/// </summary>
internal sealed class PaxRecords
{
    /// <summary>No records.</summary>
    public static readonly PaxRecords None = new();

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly List<string> sparseNumbers = [];

    /// <summary>The numbers of the records that version 0.0 of sparse files repeats for each range: offset, length, offset, length.</summary>
    public IReadOnlyList<string> SparseNumbers => sparseNumbers;

    /// <summary>The last value for <paramref name="key"/>; null where there is none, or an empty one, which takes back an earlier one.</summary>
    public string? this[string key] => values.TryGetValue(key, out string? value) && value.Length > 0 ? value : null;

    /// <summary>These records, overridden by <paramref name="later"/>.</summary>
    public PaxRecords With(PaxRecords later)
    {
        if (values.Count == 0) return later;
        var both = new PaxRecords();
        foreach ((string key, string value) in values.Concat(later.values)) both.values[key] = value;
        both.sparseNumbers.AddRange(later.sparseNumbers);
        return both;
    }

    /// <summary>Parses the content of an extended header.</summary>
    public static PaxRecords Parse(ReadOnlySpan<byte> content)
    {
        var records = new PaxRecords();
        while (!content.IsEmpty)
        {
            int blank = content.IndexOf((byte)' ');
            if (blank < 0
                || !int.TryParse(Encoding.Latin1.GetString(content[..blank]), NumberStyles.None, CultureInfo.InvariantCulture, out int length)
                || length <= blank + 1
                || length > content.Length
                || content[length - 1] != '\n')
            {
                throw new InvalidDataException("an extended header has a record of the wrong length");
            }
            ReadOnlySpan<byte> record = content[(blank + 1)..(length - 1)];
            int equals = record.IndexOf((byte)'=');
            if (equals < 1) throw new InvalidDataException("an extended header has a record without a keyword");
            records.Add(EscapedUtf8.Decode(record[..equals]), EscapedUtf8.Decode(record[(equals + 1)..]));
            content = content[length..];
        }
        return records;
    }

    /// <summary>Keeps what has a meaning here, so that merging records takes the same time however many an archive holds.</summary>
    private void Add(string key, string value)
    {
        switch (key)
        {
            case "GNU.sparse.offset" or "GNU.sparse.numbytes":
                sparseNumbers.Add(value);
                break;
            case "path" or "linkpath" or "size" or "uid" or "gid" or "mtime"
                or "GNU.sparse.name" or "GNU.sparse.major" or "GNU.sparse.map" or "GNU.sparse.numblocks"
                or "GNU.sparse.realsize" or "GNU.sparse.size":
                values[key] = value;
                break;
        }
    }
}
