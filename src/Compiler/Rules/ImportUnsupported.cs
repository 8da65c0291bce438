using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9202: Something cannot be said in a manifest.</summary>
public static class ImportUnsupported
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9202",
        Name = "import-unsupported",
        Severity = Severity.Error,
        Phase = Phase.Import,
        Summary = "Something cannot be said in a manifest.",
        Explanation =
            "A manifest knows files, directories, symbolic and hard links, whose names have no blanks and no "
            + "variables. Devices, pipes and sockets are made by the running system. What is reported here is left "
            + "out of the result, or kept there in a comment.",
        Bad = "file path=\"usr/share/a b\"",
        Good = "file path=usr/share/a-b",
    };

    /// <summary><paramref name="what"/> cannot be taken over from a place of a text.</summary>
    public static Finding At(string what, Location at, string help) => Finding.Of(Rule, what, at) with
    {
        Help = help,
        DetailKey = $"{at.File}\n{at.LineText}\n{what}",
    };

    /// <summary>The object <paramref name="path"/> cannot be taken over, because of <paramref name="why"/>.</summary>
    public static Finding LeftOut(string path, string type, string why, Location? at) => Finding.Of(Rule, $"'{path}' {why}", at) with
    {
        Help = "--fail-on never leaves it out and writes the rest",
        Subject = new Subject(path, type, null),
        DetailKey = why,
    };
}
