using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6002: A script names an interpreter that lies where no platform delivers.</summary>
public static class InterpreterOutside
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6002",
        Name = "interpreter-outside",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A script names an interpreter that lies where no platform delivers.",
        Explanation =
            "/opt/local belongs to pkgsrc, /usr/local to other systems, and a directory of the build machine is on no other. Such a path "
            + "gets into a script because configure found its interpreter there, and the script runs where it was built, and where "
            + "somebody has installed the same package. A script that nobody may execute is a warning.",
        Bad = """
            usr/sbin/rotate, mode 0555:
            #!/opt/local/bin/bash
            """,
        Good = """
            usr/sbin/rotate, mode 0555:
            #!/usr/bin/bash
            """,
    };

    /// <summary>The interpreter <paramref name="text"/> of <paramref name="script"/> lies outside, because of <paramref name="reason"/>.</summary>
    public static Finding At(Script script, string text, string reason)
    {
        string name = text[(text.LastIndexOf('/') + 1)..];
        return script.Finding(
            Rule,
            $"script '{script.Path}' names the interpreter '{Script.Shown(text)}': {reason}",
            script.Programs.Find(name) is { } found ? $"write '#!{found}'" : "write the script for an interpreter that the platform has");
    }
}
