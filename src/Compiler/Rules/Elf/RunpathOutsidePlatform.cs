using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5002: A search path names a directory that is not one of the platform's.</summary>
public static class RunpathOutsidePlatform
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5002",
        Name = "runpath-outside-platform",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A search path names a directory that is not one of the platform's.",
        Explanation =
            "The platform is complete in itself: what it loads from /opt/local, which packages fill, or from the directories "
            + "of a compiler, changes with them or is not there at all. Where the object does find something of the platform "
            + "there, it is a warning; where nothing that it needs lies there, whoever may write there chooses its code, and it "
            + "is an error.",
        Bad = "(usr/bin/foo has DT_RUNPATH /opt/local/lib)",
        Good = "(usr/bin/foo has none, and its library lies in usr/lib)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment)
    {
        if (!segment.IsPlain || segment.Places.Count == 0) return null;
        if (!ImagePath.TryParse(segment.Text, out ImagePath named) || path.Image.Profile.Objects.MaySearch(named)) return null;
        string[] found = [.. path.Dynamic.Needed.Select(need => need.Name).Where(name => Holds(path, segment.Text, name)).Distinct(StringComparer.Ordinal)];
        return path.At(Rule, segment, found.Length > 0
            ? $"names {segment.Quoted}, which is no directory for libraries of the platform ({DependencyFinding.List([.. found.Select(name => DependencyFinding.Quoted(name)[1..^1])])} comes from there)"
            : $"names {segment.Quoted}, which is no directory of the platform, and nothing it needs lies there") with
        {
            Severity = found.Length > 0 ? Severity.Warning : Rule.Severity,
            Help = found.Length > 0 ? "deliver what it needs in a default directory, or declare the directory" : "link it again without -R or -rpath for that directory",
        };
    }

    private static bool Holds(SearchPathOf path, string directory, string name) =>
        !name.Contains('/') && path.Image.FileAt($"{directory}/{name}") is { Elf: { Type: ElfType.Shared } elf } && elf.FitsTo(path.Elf);
}
