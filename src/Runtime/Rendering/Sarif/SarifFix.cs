using System.Text.Json;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Rendering.Sarif;

/// <summary>A fix in SARIF: for each file the regions that are replaced, which may not overlap.</summary>
internal static class SarifFix
{
    /// <summary>Writes the <paramref name="fixes"/> of a result, the best first; one whose edits overlap has no form in SARIF.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<Fix> fixes, SarifPlaces places)
    {
        (Fix Fix, IGrouping<SourceText, Edit>[] Changes)[] written =
            [.. fixes.Where(fix => fix.Edits.Count > 0).Select(fix => (fix, Changes(fix))).Where(fix => fix.Item2.All(AreApart))];
        if (written.Length == 0) return;
        json.WriteArray("fixes", written, fix => json.WriteObject(null, () =>
        {
            json.WriteMessage("description", fix.Fix.Title);
            json.WriteArray("artifactChanges", fix.Changes, change => json.WriteObject(null, () =>
            {
                places.WriteFile(change.Key.Name);
                json.WriteArray("replacements", change, edit => WriteReplacement(json, edit, places));
            }));
        }));
    }

    // The edits of each file in its order, where those of one place have become one: SARIF does not say which comes first.
    private static IGrouping<SourceText, Edit>[] Changes(Fix fix) =>
        [.. fix.Edits.GroupBy(edit => edit.Source).SelectMany(edits => Joined(edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End))).GroupBy(edit => edit.Source)];

    private static List<Edit> Joined(IEnumerable<Edit> ordered)
    {
        var joined = new List<Edit>();
        foreach (Edit edit in ordered)
        {
            if (joined is [.., var last] && last.End == edit.Start)
                joined[^1] = last with { Length = edit.End - last.Start, Replacement = last.Replacement + edit.Replacement };
            else joined.Add(edit);
        }
        return joined;
    }

    private static bool AreApart(IEnumerable<Edit> ordered) => ordered.Zip(ordered.Skip(1)).All(pair => pair.First.End < pair.Second.Start);

    private static void WriteReplacement(Utf8JsonWriter json, Edit edit, SarifPlaces places) => json.WriteObject(null, () =>
    {
        places.WriteRegion("deletedRegion", TextRange.Of(edit));
        if (edit.Replacement.Length == 0) return;
        json.WriteObject("insertedContent", () =>
        {
            // What is not UTF-8 is given as bytes, in the encoding of the file.
            if (JsonText.IsExact(edit.Replacement)) json.WriteString("text", edit.Replacement);
            else json.WriteBase64String("binary", EscapedUtf8.Encode(edit.Replacement));
        });
    });
}
