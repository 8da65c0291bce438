using System.Text;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Formatting;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1018: The entries of a group are not in order.</summary>
public static class Unsorted
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1018",
        Name = "unsorted",
        Severity = Severity.Warning,
        OptIn = true,
        Fix = FixSafety.Safe,
        Phase = Phase.Syntax,
        Summary = "The entries of a group are not in order.",
        Explanation =
            "The order is that of LC_ALL=C sort -k2, within lines that no comment, blank line or broken line parts. Nothing "
            + "depends on it; but in order, duplicates stand side by side: 71 lines of illumos's manifest that were not hid "
            + "some for years. mlc fmt sorts, and so does the fix.",
        Bad = """
            f etc/motd 0644 root sys
            f etc/issue 0644 root sys
            """,
        Good = """
            f etc/issue 0644 root sys
            f etc/motd 0644 root sys
            """,
    };

    /// <summary>Finds the groups of <paramref name="manifest"/> that are not in order; none where a merge has not been decided.</summary>
    public static IEnumerable<Finding> Check(BoundManifest manifest)
    {
        if (manifest.Syntax.Lines.Any(line => line is ConflictMarkerLine)) yield break;
        foreach (LineGroup group in LineGroup.Of(manifest.Syntax))
        {
            if (group.FirstAstray is { } astray) yield return At(group, astray, manifest.EntryAt(astray.Line));
        }
    }

    private static Finding At(LineGroup group, EntryLine astray, Entry? entry)
    {
        string path = LineGroup.KeyOf(astray).TrimEnd('=');
        return Finding.Of(Rule, $"'{path}' sorts before the entry above it", Location.Of(astray.Entry.Tokens.First())) with
        {
            Help = "sort the lines between this comment or blank line and the next, or run mlc fmt",
            Subject = entry is null ? null : Subject.Of(entry),
            DetailKey = path,
            Fixes = [Fix.Of(FixSafety.Safe, "sort the group", Sort(group))],
        };
    }

    private static Edit Sort(LineGroup group)
    {
        SourceLine first = group.Lines.First().Line;
        SourceLine last = group.Lines.Last().Line;
        var text = new StringBuilder(last.Next - first.Start + 1);
        foreach (SourceLine line in group.Sorted.Select(line => line.Line))
        {
            text.Append(line.Chars);
            if (line.Terminator.IsEmpty) text.Append(Edit.EndOfLine(line.Source, line.Number));
            else text.Append(line.Terminator);
        }
        string sorted = text.ToString();
        // That the last line of a file has no end is a fault of its own.
        return new Edit(first.Source, first.Start, last.Next - first.Start, last.Terminator.IsEmpty ? sorted.TrimEnd('\r', '\n') : sorted);
    }
}
