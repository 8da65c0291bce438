using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC8003: A page of a section that ships as a whole is not delivered.</summary>
public static class ManPageWholeSection
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8003",
        Name = "man-page-whole-section",
        Severity = Severity.Error,
        Phase = Phase.Resolve,
        Fix = FixSafety.Safe,
        Summary = "A page of a section that ships as a whole is not delivered.",
        Explanation =
            "Pages of functions and of file formats have no program that would miss them, so their sections are declared: with +section in "
            + "a mancheck.conf, which a component names with the key mancheck, or with section under [[complete]]. Each page that the proto area has "
            + "there must be in a manifest, but for those that are left out with -section, -page or except. An early mancheck left the loop "
            + "over a directory at the first page that was left out, and so did not check the ones behind it.",
        Bad = """(+section "3*"; proto/usr/share/man/man3c/tss.3c exists, and no line delivers it)""",
        Good = "f usr/share/man/man3c/tss.3c 0444 root bin",
    };
}
