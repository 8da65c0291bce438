using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6001: The interpreter of a script is not in the platform.</summary>
public static class InterpreterNotInPlatform
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6001",
        Name = "interpreter-not-in-platform",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "The interpreter of a script is not in the platform.",
        Explanation =
            "The kernel looks up what stands behind '#!' as it looks up any path, with every symbolic link on the way, and starts "
            + "nothing where that leads to nothing; the shell then says that the script itself is not found. A link to what other "
            + "software installs, as usr/bin/perl to /opt/local/bin/perl, works on some machines only. A script that nobody may "
            + "execute is read by others, whatever its first line says: that is a warning.",
        Bad = """
            usr/bin/report, mode 0555:
            #!/usr/bin/ruby
            """,
        Good = """
            usr/bin/report, mode 0555:
            #!/usr/bin/ksh
            """,
    };

    /// <summary><paramref name="walk"/>, the way to the interpreter of <paramref name="script"/>, leads to no program, for the reason <paramref name="obstacle"/>.</summary>
    public static Finding At(Script script, InterpreterWalk walk, string obstacle)
    {
        string what = walk.File is null ? "is not in the platform" : "cannot be started";
        string why = obstacle.Length == 0 ? "" : $": {obstacle}";
        return script.Finding(Rule, $"script '{script.Path}' needs the interpreter '{Script.Shown(walk.Text)}', which {what}{why}", Help(script, walk.Name)) with
        {
            Related = script.LinksOf(walk),
        };
    }

    /// <summary>The interpreter of <paramref name="script"/> is <c>env</c>, which does not find <paramref name="name"/>.</summary>
    public static Finding NotOnPath(Script script, string name)
    {
        string path = string.Join(':', script.Image.Profile.CommandPath.Select(directory => $"/{directory}"));
        InterpreterWalk? broken = script.Programs.BrokenOnPath(name);
        string why = broken?.Obstacle(script.Image) is { Length: > 0 } obstacle ? $": {obstacle}" : "";
        return script.Finding(Rule, $"script '{script.Path}' needs '{Script.Shown(name)}', which env does not find in {path}{why}", Help(script, name)) with
        {
            Related = broken is null ? [] : script.LinksOf(broken),
        };
    }

    private static string Help(Script script, string name) => script.Programs.Find(name) is { } found
        ? $"write '#!{found}'"
        : "deliver the interpreter, or write the script for one that the platform has";
}
