using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Import;

/// <summary>
/// Whether a line says what is meant: it is read as any manifest is, and must give the entry back. So there is one opinion
/// only about what a manifest can say.
/// </summary>
public static class ReadBack
{
    // A line of these and the blanks between its fields is what it looks like.
    private static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-+,:/~[]");

    /// <summary>Why a manifest cannot say <paramref name="entry"/>, in a few words; null where it can.</summary>
    public static string? WhyNot(ImportedEntry entry)
    {
        if (IsPlain(entry)) return null;
        string line = entry.Line;
        if (FirstBlank(entry) is { } blank) return $"has {blank} in its {(blank == FirstBlankOf(entry.Path.Text) ? "name" : "target")}, which no line can have";
        var findings = new List<Finding>();
        BoundManifest bound = Binder.Bind(new SourceText("", line + "\n"), "", Variables.None, findings);
        if (findings.Find(finding => finding.Severity == Severity.Error) is { } wrong) return $"cannot be written as a line: {wrong.Message}";
        return bound.Entries is [{ } read] && read.ToString().Equals(line, StringComparison.Ordinal)
            ? null
            : "cannot be written as a line: it would be read as something else";
    }

    private static bool IsPlain(ImportedEntry entry) =>
        entry.Path.Text.Length is > 0 and < 80
        && !entry.Path.Text.AsSpan().ContainsAnyExcept(Plain)
        && entry switch
        {
            ImportedLink { Target: var target, IsHard: var hard } => target.Length > 0 && !target.AsSpan().ContainsAnyExcept(Plain) && (!hard || target.Length < 80),
            ImportedNode node => IsWord(node.Owner) && IsWord(node.Group),
            _ => false,
        };

    private static bool IsWord(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Plain);

    private static string? FirstBlank(ImportedEntry entry) =>
        FirstBlankOf(entry.Path.Text) ?? (entry is ImportedLink link ? FirstBlankOf(link.Target) : null);

    private static string? FirstBlankOf(string text) => text.AsSpan().IndexOfAny(' ', '\t', '\n') is var at and >= 0
        ? text[at] switch
        {
            ' ' => "a blank",
            '\t' => "a tab",
            _ => "a line feed",
        }
        : null;
}
