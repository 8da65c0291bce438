using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6004: A script is started through env.</summary>
public static class EnvInterpreter
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6004",
        Name = "env-interpreter",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A script is started through env.",
        Explanation =
            "env takes the first program of that name in the PATH of the caller, so that root, who has /opt/local/bin in it, runs another "
            + "one than a service does. A platform knows where its interpreters are. Without a program, or with nothing but an option or "
            + "a variable (usr/src/cmd/env/env.c), env starts the script, which starts env, for ever: that is an error.",
        Bad = """
            usr/sbin/rotate, mode 0555:
            #!/usr/bin/env bash
            """,
        Good = """
            usr/sbin/rotate, mode 0555:
            #!/usr/bin/bash
            """,
    };

    /// <summary><paramref name="script"/> is started through env, which finds the program at <paramref name="found"/>.</summary>
    public static Finding At(Script script, string found) => script.Finding(
        Rule,
        script.Line.Argument!.StartsWith('/')
            ? $"script '{script.Path}' is started through env, which has nothing to find in '{Script.Shown(script.Line.Argument)}'"
            : $"script '{script.Path}' is started through env, which takes the first '{Script.Shown(script.Line.Argument)}' in the PATH of the caller",
        $"write '#!{found}'");

    /// <summary>The env that starts <paramref name="script"/> gets no program to start.</summary>
    public static Finding WithoutProgram(Script script) => script.Finding(
        Rule,
        script.Line.Argument is { } argument
            ? $"script '{script.Path}' is started through env with nothing but '{Script.Shown(argument)}', so that env starts the script again, for ever"
            : $"script '{script.Path}' is started through env without a program, so that env starts the script again, for ever",
        "write the path of its interpreter") with
    {
        Severity = Severity.Error,
    };
}
