namespace ManifestLinker.Compiler.Ir;

/// <summary>
/// A place in the image, normalised: no leading or trailing slash, no empty, <c>.</c> or <c>..</c> component. The root is
/// the empty path. Order and equality are by code unit, whatever the locale.
/// </summary>
public readonly record struct ImagePath : IComparable<ImagePath>
{
    private readonly string? text;

    private ImagePath(string text) => this.text = text;

    /// <summary>The top directory of the image.</summary>
    public static ImagePath Root => default;

    /// <summary>The path without a leading slash; empty for the root.</summary>
    public string Text => text ?? "";

    /// <summary>Whether this is the top directory of the image.</summary>
    public bool IsRoot => Text.Length == 0;

    /// <summary>The last component; empty for the root.</summary>
    public string Name => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>The directory that holds this path; the root holds itself.</summary>
    public ImagePath Parent => new(Text[..Math.Max(0, Text.LastIndexOf('/'))]);

    /// <summary>Whether this and <paramref name="other"/> lie in the same directory; without the allocation of two <see cref="Parent"/>s.</summary>
    public bool IsSiblingOf(ImagePath other)
    {
        ReadOnlySpan<char> mine = Text.AsSpan(0, Math.Max(0, Text.LastIndexOf('/')));
        return mine.SequenceEqual(other.Text.AsSpan(0, Math.Max(0, other.Text.LastIndexOf('/'))));
    }

    /// <summary>The number of components; 0 for the root.</summary>
    public int Depth => IsRoot ? 0 : Text.AsSpan().Count('/') + 1;

    /// <summary>
    /// Normalises <paramref name="spelled"/>: slashes and <c>.</c> components that say nothing are dropped, so
    /// <c>/a//b/./</c> is <c>a/b</c>. A <c>..</c> is not resolved, because what it means depends on symbolic links:
    /// it is refused with a <see cref="FormatException"/>.
    /// </summary>
    public static ImagePath Parse(string spelled) =>
        TryParse(spelled, out ImagePath path) ? path : throw new FormatException($"'{spelled}' has a '..' component");

    /// <summary>As <see cref="Parse"/>; false where a component is <c>..</c>.</summary>
    public static bool TryParse(string spelled, out ImagePath path)
    {
        if (IsNormal(spelled))
        {
            path = new ImagePath(spelled);
            return true;
        }
        var kept = new List<string>();
        foreach (string component in spelled.Split('/'))
        {
            if (component is "..")
            {
                path = default;
                return false;
            }
            if (component is not ("" or ".")) kept.Add(component);
        }
        path = new ImagePath(string.Join('/', kept));
        return true;
    }

    /// <summary>Whether <paramref name="spelled"/> is already the one spelling of its path.</summary>
    public static bool IsNormal(ReadOnlySpan<char> spelled)
    {
        if (spelled.IsEmpty) return true;
        foreach (Range range in spelled.Split('/'))
        {
            if (spelled[range] is "" or "." or "..") return false;
        }
        return true;
    }

    /// <summary>The path of the entry <paramref name="name"/>, one component, in this directory.</summary>
    public ImagePath Append(string name) => new(IsRoot ? name : string.Concat(Text, "/", name));

    /// <summary>Whether this path is <paramref name="directory"/> or lies below it.</summary>
    public bool IsAtOrBelow(ImagePath directory) =>
        directory.IsRoot
        || (Text.StartsWith(directory.Text, StringComparison.Ordinal)
            && (Text.Length == directory.Text.Length || Text[directory.Text.Length] == '/'));

    /// <summary>This path as seen from <paramref name="directory"/>, which is it or holds it.</summary>
    public ImagePath RelativeTo(ImagePath directory) =>
        directory.IsRoot ? this
        : IsAtOrBelow(directory) ? new ImagePath(Text[Math.Min(Text.Length, directory.Text.Length + 1)..])
        : throw new ArgumentException($"'{Text}' does not lie below '{directory.Text}'", nameof(directory));

    /// <summary>This path, seen from <paramref name="directory"/>, as a path of the image that holds that directory.</summary>
    public ImagePath Below(ImagePath directory) =>
        IsRoot ? directory : new ImagePath(directory.IsRoot ? Text : string.Concat(directory.Text, "/", Text));

    /// <inheritdoc/>
    public int CompareTo(ImagePath other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public bool Equals(ImagePath other) => string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Whether <paramref name="left"/> sorts before <paramref name="right"/>.</summary>
    public static bool operator <(ImagePath left, ImagePath right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> sorts after <paramref name="right"/>.</summary>
    public static bool operator >(ImagePath left, ImagePath right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not sort after <paramref name="right"/>.</summary>
    public static bool operator <=(ImagePath left, ImagePath right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not sort before <paramref name="right"/>.</summary>
    public static bool operator >=(ImagePath left, ImagePath right) => left.CompareTo(right) >= 0;
}
