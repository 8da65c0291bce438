using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>What findings about dependencies have in common.</summary>
internal static class DependencyFinding
{
    private const int Shown = 5;
    private const int Longest = 200;

    /// <summary>
    /// The finding of <paramref name="rule"/> about <paramref name="dependency"/>; for information only where the dependency may be missing
    /// until it is used.
    /// </summary>
    public static Finding Of(AuditedImage image, Rule rule, Dependency dependency, string message) =>
        image.Finding(rule, dependency.Of.Name, message, dependency.Text) with
        {
            Severity = dependency.IsDeferred ? Severity.Info : rule.Severity,
            Detail =
            [
                new("needed", dependency.Text),
                new("class", dependency.Of.Elf.Class == ElfClass.Bits32 ? "32" : "64"),
                .. dependency.Of.Elf.Dynamic?.SearchPath is { } path ? [KeyValuePair.Create("runpath", path)] : Array.Empty<KeyValuePair<string, string>>(),
                .. dependency.Attempts.Count > 0 ? [KeyValuePair.Create("tried", string.Join(", ", dependency.Attempts.Select(Text)))] : Array.Empty<KeyValuePair<string, string>>(),
            ],
        };

    /// <summary><paramref name="text"/> out of a foreign file in quotes, on one line and not endless.</summary>
    public static string Quoted(string text)
    {
        string shown = text.Length > Longest ? text[..Longest] + "..." : text;
        return $"'{string.Concat(shown.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '?' : c))}'";
    }

    /// <summary>Where <paramref name="dependency"/> was looked for, and why each place was none.</summary>
    public static string Tried(Dependency dependency) => List([.. dependency.Attempts.Select(tried => Quoted(tried.Path)[1..^1] + $" ({tried.Why})")]);

    /// <summary>The first of <paramref name="texts"/>, and how many there are more.</summary>
    public static string List(IReadOnlyList<string> texts) =>
        string.Join(", ", texts.Take(Shown)) + (texts.Count > Shown ? $" and {texts.Count - Shown} more" : "");

    /// <summary>The programs that <paramref name="unmet"/> is about, as places a finding speaks of.</summary>
    public static IReadOnlyList<Related> Programs(AuditedImage image, Unmet unmet) =>
        [.. unmet.Programs.Take(Shown).Select(program => new Related($"'{program}' loads it", image.Input.Union?.Find(program.Name)?.Origin.PathLocation))];

    private static string Text(Attempt tried) => $"{tried.Path} {tried.Why}";
}
