using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5007: A search path names a directory that is not in the image.</summary>
public static class RunpathDirMissing
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5007",
        Name = "runpath-dir-missing",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A search path names a directory that is not in the image.",
        Explanation =
            "Nothing will ever be found there; each library costs an open for nothing, and what was meant to lie there is "
            + "missing, or lies elsewhere. Where other software makes the directory, or a program opens plugins in it by name, "
            + "except it with that reason.",
        Bad = "(usr/bin/foo has DT_RUNPATH /usr/lib/foo, and there is no such directory)",
        Good = "(usr/lib/foo is delivered)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment)
    {
        if (segment.Places.Count == 0 || segment.Places.Any(place => place.IsDirectory || place.IsProvided)) return null;
        SearchPlace place = segment.Places[0];
        string shown = segment.Text == place.Path ? segment.Quoted : $"{segment.Quoted} ({DependencyFinding.Quoted(place.Path)[1..^1]})";
        return path.At(Rule, segment, place.Walk.End == WalkEnd.Found
            ? $"names {shown}, which is no directory"
            : $"names {shown}, which is not in the image") with
        {
            Help = "deliver the directory, or link it without -R or -rpath for it",
        };
    }
}
