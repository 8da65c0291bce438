using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6008: The interpreter of a script is a script.</summary>
public static class ShebangNested
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6008",
        Name = "shebang-nested",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "The interpreter of a script is a script.",
        Explanation =
            "The kernel follows '#!' through five scripts (INTP_MAXDEPTH in usr/src/uts/common/sys/exec.h), and says ELOOP to the sixth; other "
            + "systems, and older kernels, follow none. What a script with a set-id bit would gain is refused to it where its "
            + "interpreter is a script. In both cases nothing starts: these are errors.",
        Bad = """
            usr/bin/tool, mode 0555:
            #!/usr/bin/wrapper
            usr/bin/wrapper, mode 0555:
            #!/usr/bin/ksh
            """,
        Good = """
            usr/bin/tool, mode 0555:
            #!/usr/bin/ksh
            . /usr/lib/wrapper.sh
            """,
    };

    /// <summary>How many scripts the kernel follows one after the other.</summary>
    public const int MostScripts = 5;

    /// <summary>The interpreter of <paramref name="script"/>, at the end of <paramref name="walk"/>, is a script; null where it is none.</summary>
    public static Finding? Check(Script script, InterpreterWalk walk)
    {
        if (walk.File?.Shebang is null) return null;
        int scripts = 1;
        for (InterpreterWalk? at = walk; at?.File?.Shebang is { } line && scripts <= MostScripts; scripts++)
            at = line is { EndsInTime: true, Interpreter: ['/', ..] } ? InterpreterWalk.Follow(script.Image, line.Interpreter) : null;
        string consequence = scripts > MostScripts ? $", which goes on through more scripts than the {MostScripts} that the kernel follows"
            : script.File.IsSetId ? ", which the kernel does not let a set-id script have"
            : "";
        return script.Finding(
            Rule,
            $"the interpreter '{Script.Shown(walk.Text)}' of the script '{script.Path}' is a script itself{consequence}",
            "name the program that runs the interpreter, and let it read both") with
        {
            Severity = consequence.Length > 0 ? Severity.Error : Severity.Warning,
        };
    }
}
