using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC8002: A program is delivered, and its page in the proto area is not.</summary>
public static class ManPageUnshipped
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8002",
        Name = "man-page-unshipped",
        Severity = Severity.Error,
        Phase = Phase.Resolve,
        Fix = FixSafety.Safe,
        Summary = "A program is delivered, and its page in the proto area is not.",
        Explanation =
            "The page of a program NAME is manS/NAME.S for each section S of programs. Where it was built and no manifest has it, somebody "
            + "forgot it: gpg, dig and ipmitool shipped without their pages until mancheck -s, which looks for the same, became a step of the "
            + "build. A page counts as shipped whatever type its line has.",
        Bad = "f usr/sbin/dig 0555 root bin           (proto/usr/share/man/man1/dig.1 exists)",
        Good = """
            f usr/sbin/dig 0555 root bin
            f usr/share/man/man1/dig.1 0444 root bin
            """,
    };

    /// <summary><paramref name="page"/>, the page of <paramref name="command"/>, is <paramref name="found"/>; <paramref name="line"/> would deliver it.</summary>
    public static Finding At(Entry command, ImagePath page, ProtoObject found, ProposedLine? line) =>
        MissingLine.Of(Rule, page, found, line, $"'{page}', the page of '{command.Path}', is in {found.Directory}, but no manifest delivers it") with
        {
            Location = command.Origin.PathLocation,
            Help = line is null ? "a manifest cannot deliver it: rename it" : MissingLine.HelpFor(line),
            Fixes = line?.Edit is { } edit ? [Fix.Of(FixSafety.Safe, $"deliver {page}", edit)] : [],
        };
}
