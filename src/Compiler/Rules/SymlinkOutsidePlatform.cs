using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7006: A symbolic link leads to a place that other software fills.</summary>
public static class SymlinkOutsidePlatform
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7006",
        Name = "symlink-outside-platform",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Summary = "A symbolic link leads to a place that other software fills.",
        Explanation =
            "What lies under opt or zones is not part of the platform image: on a machine without that software "
            + "the link is broken.",
        Bad = """
            d opt 0755 root sys
            s usr/bin/perl=/opt/local/bin/perl
            """,
        Good = "s usr/bin/perl=../perl5/bin/perl",
    };

    /// <summary><paramref name="link"/> leads to <paramref name="end"/>, which is outside the platform.</summary>
    public static Finding At(SymlinkEntry link, ImagePath end) =>
        SymbolicLink.At(Rule, link, $"symbolic link '{link.Path}' leads to '{end}', which the platform does not deliver") with
        {
            Help = "deliver the target within the platform, or excuse the link with a reason",
            Detail = [new("target", link.Target), new("resolved", end.Text)],
        };
}
