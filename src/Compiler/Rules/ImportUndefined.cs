using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9203: A macro, a variant or a file that a description refers to is not known.</summary>
public static class ImportUndefined
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9203",
        Name = "import-undefined",
        Severity = Severity.Error,
        Phase = Phase.Import,
        Summary = "A macro, a variant or a file that a description refers to is not known.",
        Explanation =
            "Package manifests are made complete by the build: it gives values to macros such as $(ARCH64) and to "
            + "variants, and says where included files lie. Without them nobody knows what is delivered.",
        Bad = "file path=usr/lib/$(ARCH46)/libc.so.1",
        Good = "file path=usr/lib/$(ARCH64)/libc.so.1",
    };

    /// <summary><paramref name="what"/> has no value at a place of a text.</summary>
    public static Finding At(string what, Location at, string help) => Finding.Of(Rule, what, at) with
    {
        Help = help,
        DetailKey = $"{at.File}\n{at.LineText}\n{what}",
    };
}
