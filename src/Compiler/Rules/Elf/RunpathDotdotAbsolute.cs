using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5010: An absolute search path goes up again.</summary>
public static class RunpathDotdotAbsolute
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5010",
        Name = "runpath-dotdot-absolute",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "An absolute search path goes up again.",
        Explanation =
            "An absolute directory with .. in it means what its links make of it: where a component is a symbolic link, it "
            + "leads elsewhere than it reads. Such a path is put together by a build from two others, one of which is often of "
            + "the build machine.",
        Bad = "(usr/bin/foo has DT_RUNPATH /usr/bin/../lib/foo)",
        Good = "(usr/bin/foo has DT_RUNPATH /usr/lib/foo)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment)
    {
        if (!segment.Text.StartsWith('/') || !segment.Text.Split('/').Contains("..")) return null;
        string? led = segment.Places is [{ IsDirectory: true } place] ? "/" + place.Walk.Path.Text : null;
        return path.At(Rule, segment, $"names {segment.Quoted}, which goes up again{(led is null ? "" : $" to '{led}'")}") with
        {
            Help = led is null ? "write the directory that is meant" : $"write {led}",
        };
    }
}
