using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6003: A script does not name its interpreter by an absolute path.</summary>
public static class InterpreterRelative
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6003",
        Name = "interpreter-relative",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A script does not name its interpreter by an absolute path.",
        Explanation =
            "The kernel knows no PATH: it looks a relative path up from the directory that the caller happens to be in. Where the line "
            + "names nothing at all the kernel refuses the script, and a shell that started it takes the text for commands of its own.",
        Bad = """
            usr/bin/report, mode 0555:
            #!perl -w
            """,
        Good = """
            usr/bin/report, mode 0555:
            #!/usr/perl5/bin/perl -w
            """,
    };

    /// <summary>The first line of <paramref name="script"/> names no interpreter, or not by an absolute path.</summary>
    public static Finding At(Script script) => script.Line.Interpreter is { } interpreter
        ? script.Finding(
            Rule,
            $"script '{script.Path}' names the interpreter '{Script.Shown(interpreter)}', which is no absolute path",
            script.Programs.Find(interpreter[(interpreter.LastIndexOf('/') + 1)..]) is { } found ? $"write '#!{found}'" : "write the path from the top")
        : script.Finding(Rule, $"script '{script.Path}' names no interpreter behind '#!'", "write the path of its interpreter");

    /// <summary>The env that starts <paramref name="script"/> gets the relative path <paramref name="program"/>.</summary>
    public static Finding AtEnv(Script script, string program) => script.Finding(
        Rule,
        $"script '{script.Path}' hands env the program '{Script.Shown(program)}', which is no absolute path",
        "write the path of its interpreter from the top");
}
