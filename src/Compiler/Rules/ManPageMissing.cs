using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC8001: A program has no page in the manual.</summary>
public static class ManPageMissing
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8001",
        Name = "man-page-missing",
        Severity = Severity.Warning,
        OptIn = true,
        Phase = Phase.Resolve,
        Summary = "A program has no page in the manual.",
        Explanation =
            "What people type the name of should be documented. The page of NAME is manS/NAME.S for a section S of programs, in a manifest or in "
            + "a search directory. It is what mancheck -m looks for; a platform has hundreds of such programs, so one has to ask for it.",
        Bad = "f usr/bin/sysinfo 0555 root bin        (there is no page sysinfo.1, sysinfo.1m or sysinfo.8)",
        Good = """
            f usr/bin/sysinfo 0555 root bin
            f usr/share/man/man8/sysinfo.8 0444 root bin
            """,
    };

    /// <summary><paramref name="command"/> has no page in the sections of programs of <paramref name="manual"/>.</summary>
    public static Finding At(Entry command, ManualProfile manual)
    {
        string pages = string.Join(", ", manual.CommandSections.Select(section => $"{command.Path.Name}.{section}"));
        return Finding.Of(Rule, $"program '{command.Path}' has no page in the manual ({pages})", command.Origin.PathLocation) with
        {
            Help = "write one, or excuse it with a reason",
            Subject = Subject.Of(command),
            Detail = [new("pages", pages)],
        };
    }
}
