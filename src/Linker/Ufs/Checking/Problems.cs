using System.Globalization;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Collects problems, up to a number that is still worth reading.</summary>
internal sealed class Problems
{
    private const int Most = 1000;

    private readonly List<UfsProblem> found = [];
    private int more;

    /// <summary>All that was found; when it was too much, the last one says how much more there was.</summary>
    public IReadOnlyList<UfsProblem> All => more == 0 ? found
        : [.. found, new UfsProblem(UfsProblemKind.Damage, string.Create(CultureInfo.InvariantCulture, $"{more} more problems are left out"))];

    public void Damage(FormattableString what, uint? inode = null, int? group = null, long? offset = null) =>
        Add(UfsProblemKind.Damage, what, inode, group, offset);

    public void Residue(FormattableString what, uint? inode = null, int? group = null, long? offset = null) =>
        Add(UfsProblemKind.Residue, what, inode, group, offset);

    /// <summary>A number on disk that follows from others and should be <paramref name="expected"/>.</summary>
    public void Expect(string name, long actual, long expected, uint? inode = null, int? group = null, long? offset = null)
    {
        if (actual != expected) Damage($"{name} is {actual}, not {expected}", inode, group, offset);
    }

    /// <summary><paramref name="bytes"/>, which begin at <paramref name="offset"/> of the image, should be zeros.</summary>
    public void ExpectZeros(ReadOnlySpan<byte> bytes, long offset, string name, uint? inode = null, int? group = null)
    {
        int at = bytes.IndexOfAnyExcept((byte)0);
        if (at >= 0) Residue($"{name} should be zeros", inode, group, offset + at);
    }

    private void Add(UfsProblemKind kind, FormattableString what, uint? inode, int? group, long? offset)
    {
        if (found.Count == Most) more++;
        else found.Add(new UfsProblem(kind, what.ToString(CultureInfo.InvariantCulture), inode, group, offset));
    }
}
