using System.Text;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Fixes;

/// <summary>
/// Fixes that are applied together, since no two of them change the same characters. What two fixes both ask for, to the letter,
/// is done once; insertions at one place come in the order they were added, and before what is replaced there.
/// </summary>
public sealed class EditBatch
{
    private readonly Dictionary<SourceText, List<Edit>> edits = [];

    /// <summary>
    /// Adds all edits of <paramref name="fix"/>; adds none and gives false where one of them changes what another one, of this or
    /// an earlier fix, changes too.
    /// </summary>
    public bool TryAdd(Fix fix)
    {
        var added = new List<Edit>(fix.Edits.Count);
        foreach (Edit edit in fix.Edits)
        {
            switch (TryAdd(edit))
            {
                case Addition.Added:
                    added.Add(edit);
                    break;
                case Addition.Overlaps:
                    foreach (Edit undone in added) edits[undone.Source].RemoveAt(edits[undone.Source].FindLastIndex(other => ReferenceEquals(other, undone)));
                    return false;
            }
        }
        return true;
    }

    /// <summary><paramref name="source"/> with its edits applied; the same object where it has none.</summary>
    public EditedText Apply(SourceText source)
    {
        if (!edits.TryGetValue(source, out List<Edit>? own) || own.Count == 0) return new EditedText(source, source, []);
        var text = new StringBuilder(source.Text.Length);
        int done = 0;
        foreach (Edit edit in own)
        {
            text.Append(source.Text.AsSpan(done, edit.Start - done)).Append(edit.Replacement);
            done = edit.End;
        }
        text.Append(source.Text.AsSpan(done));
        // By way of the bytes, as it will be read again: two bytes that have come together may now be one character.
        return new EditedText(source, SourceText.FromBytes(source.Name, EscapedUtf8.Encode(text.ToString())), own);
    }

    private Addition TryAdd(Edit edit)
    {
        if (!edits.TryGetValue(edit.Source, out List<Edit>? own)) edits.Add(edit.Source, own = []);
        int at = FirstFrom(own, edit.Start);
        if (at > 0 && own[at - 1].End > edit.Start) return Addition.Overlaps;
        int place = at;
        for (; at < own.Count && (own[at].Start == edit.Start || own[at].Start < edit.End); at++)
        {
            Edit other = own[at];
            if (other == edit) return Addition.AlreadyThere;
            if (other.Start > edit.Start || (other.Length > 0 && edit.Length > 0)) return Addition.Overlaps;
            if (other.Length == 0) place = at + 1;
        }
        own.Insert(place, edit);
        return Addition.Added;
    }

    // The first edit that does not begin before start.
    private static int FirstFrom(List<Edit> own, int start)
    {
        if (own.Count == 0 || own[^1].Start < start) return own.Count;
        int low = 0;
        for (int high = own.Count; low < high;)
        {
            int middle = (low + high) / 2;
            if (own[middle].Start < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private enum Addition
    {
        Added,
        AlreadyThere,
        Overlaps,
    }
}
