using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.World.Facts;

namespace ManifestLinker.Runtime.World.Plan;

/// <summary>What differs between the facts of two runs, in words: a line for the command, each variable, each source and each phase before.</summary>
internal static class FactChanges
{
    private const int ShownFiles = 3;
    private const int ShownHex = 12;

    /// <summary>The changes from <paramref name="old"/> to <paramref name="now"/>; none where both give the same key.</summary>
    public static IEnumerable<string> Between(FactList old, FactList now)
    {
        if (old.Key == now.Key) return [];
        string[] changes = [.. Subjects(old, now).Select(subject => Change(subject, Of(old, subject), Of(now, subject))).OfType<string>()];
        return changes.Length > 0 ? changes : ["its declaration is in another order"];
    }

    // The word and, where there is one, the thing it is about; of a command all words are one.
    private static (string Kind, string Thing) SubjectOf(Fact fact) => fact.Fields is [var kind, var thing, _, ..] && kind != "command" ? (kind, thing) : (fact.Fields[0], "");

    private static IEnumerable<(string Kind, string Thing)> Subjects(FactList old, FactList now) => now.Facts.Concat(old.Facts).Select(SubjectOf).Distinct();

    private static Fact[] Of(FactList facts, (string Kind, string Thing) subject) => [.. facts.Facts.Where(fact => SubjectOf(fact) == subject)];

    private static string? Change((string Kind, string Thing) subject, Fact[] old, Fact[] now)
    {
        if (old.Select(fact => fact.Line).SequenceEqual(now.Select(fact => fact.Line), StringComparer.Ordinal)) return null;
        string thing = VisibleText.Of(subject.Thing);
        return (subject.Kind, old, now) switch
        {
            ("command", _, _) => $"command changed: {Words(old)} -> {Words(now)}",
            ("variable", [], [var added]) => $"variable {thing} is new: {Quoted(added)}",
            ("variable", [var gone], []) => $"variable {thing} is gone, which was {Quoted(gone)}",
            ("variable", [var was], [var set]) => $"variable {thing} changed: {Quoted(was)} -> {Quoted(set)}",
            ("passed", [], _) => $"variable {thing} is passed now",
            ("passed", _, []) => $"variable {thing} is no longer passed",
            ("passed", [{ Value: "unset" }], _) => $"passed variable {thing} is set now",
            ("passed", _, [{ Value: "unset" }]) => $"passed variable {thing} is no longer set",
            ("passed", _, _) => $"passed variable {thing} has another value",
            (FactList.SourceField, [], _) => $"source {thing} is new",
            (FactList.SourceField, _, []) => $"source {thing} is gone",
            (FactList.SourceField, _, _) => $"source {thing} changed: {string.Join(", ", SourceChanges(old, now))}",
            ("after", [], _) => $"phase {thing} is needed now",
            ("after", _, []) => $"phase {thing} is no longer needed",
            ("after", _, _) => $"phase {thing} has other inputs than then",
            ("output", [], _) => $"output {thing} is new",
            ("output", _, []) => $"output {thing} is no longer declared",
            ("keep-outputs", _, _) => now.Length > 0 ? "keep-outputs is on now" : "keep-outputs is off now",
            ("format", _, _) => "this version of mlc counts other things as inputs",
            _ => $"{subject.Kind} changed: {Plain(old)} -> {Plain(now)}",
        };
    }

    private static IEnumerable<string> SourceChanges(Fact[] old, Fact[] now)
    {
        Fact[] before = [.. old.Except(now, ByLine.Instance)], after = [.. now.Except(old, ByLine.Instance)];
        foreach (string aspect in before.Concat(after).Select(fact => fact.Fields[2]).Where(aspect => aspect != "differs").Distinct(StringComparer.Ordinal))
        {
            string? was = Array.Find(before, fact => fact.Fields[2] == aspect)?.Value, set = Array.Find(after, fact => fact.Fields[2] == aspect)?.Value;
            string? words = aspect switch
            {
                "revision" or "tree" when was is not null && set is not null => $"{aspect} {Short(was)} -> {Short(set)}",
                "revision" or "tree" => set is null ? "git no longer has it" : "git has it now",
                "gone" => set is null ? "it is there again" : "it is not there",
                "link" => "the link leads elsewhere",
                _ when was is not null && set is not null => "content",
                // What it is instead, another aspect says.
                _ => null,
            };
            if (words is not null) yield return words;
        }
        string[] files = [.. before.Concat(after).Where(fact => fact.Fields[2] == "differs").Select(fact => fact.Fields[3]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (files.Length == 0) yield break;
        string shown = string.Join(", ", files.Take(ShownFiles).Select(VisibleText.Of));
        yield return $"{files.Length} {(files.Length == 1 ? "file differs" : "files differ")} ({shown}{(files.Length > ShownFiles ? ", ..." : "")})";
    }

    private static string Short(string revision) => revision.Length > ShownHex ? revision[..ShownHex] : revision;

    private static string Words(Fact[] facts) => string.Join(' ', facts.Select(fact => VisibleText.Of(fact.Value)));

    private static string Plain(Fact[] facts) => facts.Length == 0 ? "none" : Words(facts);

    private static string Quoted(Fact fact) => $"\"{VisibleText.Of(fact.Value)}\"";

    private sealed class ByLine : IEqualityComparer<Fact>
    {
        public static readonly ByLine Instance = new();

        public bool Equals(Fact? x, Fact? y) => x?.Line == y?.Line;

        public int GetHashCode(Fact fact) => fact.Line.GetHashCode(StringComparison.Ordinal);
    }
}
