using ManifestLinker.Linker.Iso.Format;
using ManifestLinker.Linker.Problems;

namespace ManifestLinker.Linker.Iso;

/// <summary>Checks numbers that stand there twice.</summary>
internal static class OrderAgreement
{
    /// <summary>Both byte orders of the number in <paramref name="place"/>, which stands at <paramref name="offset"/>, should say the same.</summary>
    public static void ExpectAgreement(this ProblemList problems, ReadOnlySpan<byte> place, string name, long offset)
    {
        if (!BothOrders.Agree(place)) problems.Add($"{name} is different in its two byte orders", offset);
    }
}
