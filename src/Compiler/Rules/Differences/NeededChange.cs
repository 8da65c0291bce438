using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Differences;

/// <summary>MLC9108: An object needs other libraries than before.</summary>
public static class NeededChange
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9108",
        Name = "needed-change",
        Severity = Severity.Info,
        Phase = Phase.Compare,
        Summary = "An object needs other libraries than before.",
        Explanation =
            "What a program needs must be there before it starts; a new dependency of a program that runs before /usr is "
            + "mounted must lie in the root file system. The libraries that are needed are compared as a set (DT_NEEDED).",
        Bad = "(usr/bin/frob needs libz.so.1 in NEW)",
        Good = "(usr/bin/frob needs the same libraries in both)",
    };

    /// <summary><paramref name="subject"/> needs <paramref name="added"/> besides, and <paramref name="removed"/> no more.</summary>
    public static Finding At(Subject subject, IReadOnlyList<string> added, IReadOnlyList<string> removed)
    {
        string[] parts = [.. added.Select(name => $"'{name}' now"), .. removed.Select(name => $"'{name}' no more")];
        return Finding.Of(Rule, $"object '{subject.Path}' needs {string.Join(", ", parts)}") with
        {
            Subject = subject,
            Detail = [new("added", string.Join(' ', added)), new("removed", string.Join(' ', removed))],
            DetailKey = string.Join(' ', parts),
        };
    }
}
