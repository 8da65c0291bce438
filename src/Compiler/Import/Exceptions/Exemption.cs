using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Import.Exceptions;

/// <summary>One line of an exception file, and what became of it.</summary>
/// <param name="Location">The pattern or path of the line.</param>
/// <param name="Line">The line's words, one blank between them.</param>
/// <param name="Rules">The rules, by id or the beginning of ids, that are not to judge these objects.</param>
/// <param name="Globs">The objects; none where they cannot be said by globs.</param>
/// <param name="Reason">Why the exception is right.</param>
/// <param name="Obstacle">Why it could not be taken over; null where it could.</param>
public sealed record Exemption(
    Location Location, string Line, IReadOnlyList<string> Rules, IReadOnlyList<string> Globs, string Reason, string? Obstacle)
{
    /// <summary>What the details of findings must be, as globs; none where any will do.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>The <see cref="Details"/>; null alone where any will do.</summary>
    public IEnumerable<string?> DetailsOrAny => Details.DefaultIfEmpty();
}
