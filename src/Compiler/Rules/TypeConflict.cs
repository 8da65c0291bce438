using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2003: One path is declared with two types.</summary>
public static class TypeConflict
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2003",
        Name = "type-conflict",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Summary = "One path is declared with two types.",
        Explanation =
            "The sorter cannot see it, because the key of a link holds its target; builder then stops in the "
            + "middle of its work with \"File exists\".",
        Bad = """
            f etc/motd 0644 root sys
            s etc/motd=../usr/motd
            """,
        Good = "f etc/motd 0644 root sys",
    };

    /// <summary><paramref name="again"/> declares the path of <paramref name="first"/> as something else.</summary>
    public static Finding At(Entry first, Entry again) =>
        Finding.Of(
            Rule,
            $"'{again.Path}' is a {again.TypeName} here, and a {first.TypeName} at {first.Origin.FileAndLine}",
            again.Origin.PathLocation) with
        {
            Help = "a path can be one thing only: delete one of the two lines",
            Subject = Subject.Of(again),
            Related = [new($"first declared here, as a {first.TypeName}", first.Origin.PathLocation)],
            Detail = [new("first", first.TypeName), new("again", again.TypeName)],
            DetailKey = $"{first.TypeName}/{again.TypeName}",
        };
}
