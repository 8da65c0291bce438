using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC4014: Root should get a password, and the image has no place for it.</summary>
public static class RootPasswordNotSet
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4014",
        Name = "root-password-not-set",
        Severity = Severity.Error,
        Phase = Phase.Layout,
        Summary = "Root should get a password, and the image has no place for it.",
        Explanation =
            "The link gives root a password, one from chance where none is given: it stands in the line of root in "
            + "etc/shadow. Without that line the platform would have a password that opens nothing; whoever means it so "
            + "says that no password is to be set.",
        Bad = """
            $ mlc link
            (no line for etc/shadow)
            """,
        Good = """
            [password]
            root = "none"
            """,
    };

    /// <summary>The table <paramref name="shadow"/> <paramref name="fault"/>.</summary>
    public static Finding At(ImagePath shadow, string fault) =>
        Finding.Of(Rule, $"root cannot get a password: '{shadow}' {fault}") with
        {
            Help = $"deliver '{shadow}' with a line 'root:NP:6445::::::', or set no password: --root-password none, or root = \"none\" under [password] in mlc.toml",
            Subject = new Subject(shadow.Text, "file", null),
            DetailKey = fault,
        };
}
