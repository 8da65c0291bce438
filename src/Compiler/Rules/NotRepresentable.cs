using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC4013: An object cannot be stored in UFS.</summary>
public static class NotRepresentable
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4013",
        Name = "not-representable",
        Severity = Severity.Error,
        Phase = Phase.Layout,
        Summary = "An object cannot be stored in UFS.",
        Explanation =
            "UFS has limits of its own: 255 bytes for a name, 1023 for the text of a symbolic link, 32767 names "
            + "for a file, 2^40-1 bytes for its content.",
        Bad = "s etc/x=<1024 characters>",
        Good = "s etc/x=<1023 characters>",
    };

    /// <summary>The object at <paramref name="path"/> cannot be stored: <paramref name="why"/>.</summary>
    public static Finding At(ImagePath path, string why) => Finding.Of(Rule, $"'{path}' cannot be stored: {why}") with
    {
        Help = "shorten or split it",
        Subject = new Subject(path.Text, "file", null),
        DetailKey = why,
    };

    /// <summary>The file system <paramref name="name"/> cannot be as it was asked for: <paramref name="why"/>.</summary>
    public static Finding Whole(string name, string why) => Finding.Of(Rule, $"the {name} file system cannot be made: {why}") with
    {
        Help = $"give another size with --size {name}=KIB, or {name}=auto",
        DetailKey = $"{name}:{why}",
    };
}
