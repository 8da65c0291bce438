using System.Globalization;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>Collects problems, up to a number that is still worth reading.</summary>
internal sealed class IsoProblems
{
    private const int Most = 1000;

    private readonly List<IsoProblem> found = [];

    public IReadOnlyList<IsoProblem> All => found;

    public void Add(FormattableString what, long? offset = null)
    {
        if (found.Count < Most) found.Add(new IsoProblem(what.ToString(CultureInfo.InvariantCulture), offset));
    }

    /// <summary>Both byte orders of the number in <paramref name="place"/>, which stands at <paramref name="offset"/>, should say the same.</summary>
    public void ExpectAgreement(ReadOnlySpan<byte> place, string name, long offset)
    {
        if (!BothOrders.Agree(place)) Add($"{name} is different in its two byte orders", offset);
    }

    /// <summary>A number that follows from others and should be <paramref name="expected"/>.</summary>
    public void Expect(string name, long actual, long expected, long offset)
    {
        if (actual != expected) Add($"{name} is {actual}, not {expected}", offset);
    }
}
