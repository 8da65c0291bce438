using System.Globalization;
using System.Text;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Store.Listing;

/// <summary>
/// What an action made, as a text: a line that names the action, then one for each object, directories before what they hold. The text is
/// itself kept by its digest, so that it is whole or not there.
/// </summary>
internal sealed record OutputListing(ActionKey Key, IReadOnlyList<StoredEntry> Entries)
{
    /// <summary>The name of the listing among the outputs of an action; it stands first, should an output have the same.</summary>
    public const string Name = ".mlc/outputs";

    private const string Magic = "mlc.outputs/1";

    /// <summary>The contents it names, each once.</summary>
    public IEnumerable<BlobDigest> Contents => Entries.OfType<StoredEntry.File>().Select(file => file.Content).Distinct();

    /// <summary>It as UTF-8.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Magic} {Key}\n");
        foreach (StoredEntry entry in Entries) text.Append(Line(entry)).Append('\n');
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>Reads a listing of the action <paramref name="key"/>; null where <paramref name="bytes"/> are none, or of another.</summary>
    public static OutputListing? Read(ReadOnlySpan<byte> bytes, ActionKey key)
    {
        if (!Ascii.IsValid(bytes)) return null;
        string[] lines = Encoding.ASCII.GetString(bytes).Split('\n');
        if (lines is not [{ } head, .. string[] rest, ""] || head != $"{Magic} {key}" || rest.Length > PathLimit.Names) return null;
        var entries = new List<StoredEntry>(rest.Length);
        var kinds = new Dictionary<ImagePath, StoredEntry> { [ImagePath.Root] = new StoredEntry.Directory(ImagePath.Root, 0) };
        foreach (string line in rest)
        {
            // What lies in something that is no directory could be written through a link to anywhere.
            if (Entry(line.Split(' ')) is not { } entry || !Fits(entry, kinds)) return null;
            if (entry.Path.IsRoot ? entries.Count > 0 : !kinds.TryAdd(entry.Path, entry)) return null;
            entries.Add(entry);
        }
        return new OutputListing(key, entries);
    }

    private static bool Fits(StoredEntry entry, Dictionary<ImagePath, StoredEntry> before)
    {
        if (entry.Path.IsRoot) return entry is StoredEntry.Directory;
        if (before.GetValueOrDefault(entry.Path.Parent) is not StoredEntry.Directory) return false;
        return entry is not StoredEntry.HardLink link || before.GetValueOrDefault(link.Existing) is StoredEntry.File;
    }

    private static string Line(StoredEntry entry) => entry switch
    {
        StoredEntry.Directory directory => $"d {new Mode(directory.Mode)} {Word(directory.Path)}",
        StoredEntry.File file => string.Create(CultureInfo.InvariantCulture, $"f {new Mode(file.Mode)} {file.Content.Hex} {file.Content.Size} {Word(file.Path)}"),
        StoredEntry.HardLink link => $"h {Word(link.Path)} {Word(link.Existing)}",
        StoredEntry.Link link => $"s {Word(link.Path)} {EscapedWord.Of(link.Target)}",
        _ => throw new InvalidOperationException($"{entry.Path} is of no kind that can be kept"),
    };

    private static StoredEntry? Entry(string[] words) => words switch
    {
        ["d", { } mode, { } path] when Bits(mode) is { } bits && Path(path) is { } place => new StoredEntry.Directory(place, bits),
        ["f", { } mode, { } hex, { } size, { } path] when Bits(mode) is { } bits && BlobDigest.IsHex(hex) && Size(size) is { } length && Path(path) is { } place =>
            new StoredEntry.File(place, bits, new BlobDigest(hex, length)),
        ["h", { } path, { } existing] when Path(path) is { } place && Path(existing) is { } other => new StoredEntry.HardLink(place, other),
        ["s", { } path, { } target] when Path(path) is { } place && Spelled(target) is { Length: > 0 } text =>
            new StoredEntry.Link(place, text),
        _ => null,
    };

    // The top is a dot, since a word is never empty.
    private static string Word(ImagePath path) => path.IsRoot ? "." : EscapedWord.Of(path.Text);

    private static ImagePath? Path(string word)
    {
        if (word == ".") return ImagePath.Root;
        return Spelled(word) is { Length: > 0 } text && ImagePath.IsNormal(text) ? ImagePath.Parse(text) : null;
    }

    // What the class library can name: neither NUL nor bytes that are not UTF-8; and spelled in the one way.
    private static string? Spelled(string word) =>
        EscapedWord.Read(word) is { } text && !text.Contains('\0', StringComparison.Ordinal) && !text.Any(EscapedUtf8.IsEscape) && EscapedWord.Of(text) == word ? text : null;

    // Written in one way only.
    private static int? Bits(string word) => word.Length == 4 && Mode.TryParse(word, out Mode mode) ? mode.Bits : null;

    private static long? Size(string word) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out long size) && size.ToString(CultureInfo.InvariantCulture) == word ? size : null;
}
