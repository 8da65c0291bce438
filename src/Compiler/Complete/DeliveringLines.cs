using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Complete;

/// <summary>The lines that would deliver objects of the proto area which something in the image needs; each object has one, whoever needs it.</summary>
internal sealed class DeliveringLines(AuditedImage image)
{
    private readonly LineWriter? writer = image.Input is { Union: { } union, Undelivered: { } undelivered }
        ? new LineWriter(union, [], undelivered.Search, image.Profile)
        : null;

    private readonly Dictionary<ImagePath, ProposedLine?> lines = [];

    /// <summary>What to do about <paramref name="missing"/>.</summary>
    public string Help(IReadOnlyList<UndeliveredObject> missing)
    {
        ProposedLine[] all = [.. missing.Select(Line).OfType<ProposedLine>()];
        return all is [{ } only] ? MissingLine.HelpFor(only)
            : all.Length == 0 ? "add a line that delivers it"
            : $"add lines: {string.Join("; ", all.Select(line => line.Text))}";
    }

    /// <summary>The change that delivers all of <paramref name="missing"/>; none where a line cannot be written.</summary>
    public IReadOnlyList<Fix> Fixes(IReadOnlyList<UndeliveredObject> missing)
    {
        Edit[] edits = [.. missing.Select(found => Line(found)?.Edit).OfType<Edit>()];
        if (edits.Length < missing.Count) return [];

        // A file with several names is perhaps to be delivered as a link to another of them.
        FixSafety safety = missing.Any(found => found.Found.Status.Links > 1) ? FixSafety.Offered : FixSafety.Safe;
        return [new Fix(safety, $"deliver {missing[^1].Path}", edits)];
    }

    private ProposedLine? Line(UndeliveredObject missing)
    {
        if (!lines.TryGetValue(missing.Path, out ProposedLine? line)) lines.Add(missing.Path, line = writer?.Write(missing.Path, missing.Found));
        return line;
    }
}
