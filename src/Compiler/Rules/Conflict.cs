using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>What the two rules about conflicting declarations have in common: both places are shown, and what they are off by.</summary>
internal static class Conflict
{
    public static Finding At(Rule rule, Entry first, Entry again, IReadOnlyList<Difference> differences)
    {
        string offBy = string.Join(", ", differences.Select(d => $"{d.Attribute} {d.There} here and {d.Here} there"));
        return Finding.Of(
            rule,
            $"{again.TypeName} '{again.Path}' is declared differently at {first.Origin.FileAndLine}: {offBy}",
            Location.Of(again.Origin.WordOf(differences[0].Attribute))) with
        {
            Help = "make the two agree, or delete one",
            Subject = Subject.Of(again),
            Related = [new("first declared here", Location.Of(first.Origin.WordOf(differences[0].Attribute)))],
            Detail = [.. differences.Select(d => KeyValuePair.Create(d.Attribute, $"{d.Here} {d.There}"))],
            DetailKey = string.Join(' ', differences.Select(d => $"{d.Attribute}={d.Here}/{d.There}")),
        };
    }
}
