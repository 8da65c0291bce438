using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC8006: A page stands for another one that is not in the image.</summary>
public static class ManLinkBroken
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8006",
        Name = "man-link-broken",
        Severity = Severity.Warning,
        Phase = Phase.Resolve,
        Summary = "A page stands for another one that is not in the image.",
        Explanation =
            "A page whose first request is .so man1/x.1 has no text but that of the other page, which is looked for from the top of its tree. "
            + "Where that is not delivered, man shows nothing. Only pages of at most 2048 bytes are looked into: one that stands for another has "
            + "no more than a comment besides. None of today's tools tells.",
        Bad = "f usr/share/man/man1/dir.1 0444 root bin    (it says .so man1/list.1, which nobody delivers)",
        Good = """
            f usr/share/man/man1/dir.1 0444 root bin
            f usr/share/man/man1/list.1 0444 root bin
            """,
    };

    /// <summary><paramref name="page"/> says <c>.so</c> <paramref name="target"/>, and at <paramref name="end"/> is nothing.</summary>
    public static Finding At(Entry page, string target, ImagePath end) =>
        Finding.Of(Rule, $"page '{page.Path}' stands for '{target}', but '{end}' is not in the image", page.Origin.PathLocation) with
        {
            Help = "deliver the other page, or mend the .so request",
            Subject = Subject.Of(page),
            Detail = [new("target", target), new("resolved", end.Text)],
            DetailKey = target,
        };
}
