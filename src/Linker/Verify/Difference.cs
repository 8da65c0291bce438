using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Linker.Verify;

/// <summary>Findings about an object of an image, which stands in no text.</summary>
internal static class Difference
{
    public static Finding At(Rule rule, ImagePath path, string what) => Of(rule, path.Text, $"'{Shown(path)}' {what}", what);

    public static Finding Between(Rule rule, ImagePath path, string attribute, string expected, string found) =>
        Of(rule, path.Text, $"'{Shown(path)}' has the {attribute} {found}; the listing says {expected}", attribute) with
        {
            Detail = [new("attribute", attribute), new("expected", expected), new("found", found)],
        };

    // The top has no name; listings call it a dot.
    private static string Shown(ImagePath path) => path.IsRoot ? "." : path.Text;

    public static Finding Of(Rule rule, string subject, string message, string key) => Finding.Of(rule, message) with
    {
        Subject = new Subject(subject, "object", null),
        DetailKey = key,
    };
}
