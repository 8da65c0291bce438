using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Compiler.Manual;

/// <summary>In which order man(1) searches the sections of the manual, as mancf of smartos-live puts them.</summary>
public static class SectionOrder
{
    /// <summary>
    /// <paramref name="sections"/> in order: again and again, of those that no section that is left comes before by
    /// <paramref name="ranks"/>, the first by name. A name that stands twice counts once.
    /// </summary>
    /// <exception cref="InvalidDataException">The ranks lead round in a circle.</exception>
    public static IReadOnlyList<string> Of(IEnumerable<string> sections, IReadOnlyList<SectionRank> ranks)
    {
        var left = new SortedSet<string>(sections, StringComparer.Ordinal);
        var order = new List<string>(left.Count);
        while (left.Count > 0)
        {
            string next = left.FirstOrDefault(section => !left.Any(other => ranks.Any(rank => rank.Puts(other, section))))
                ?? throw new InvalidDataException($"each of the sections {string.Join(", ", left)} of the manual comes after another of them, so none can come first");
            left.Remove(next);
            order.Add(next);
        }
        return order;
    }
}
