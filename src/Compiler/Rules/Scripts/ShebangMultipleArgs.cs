using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6005: The first line of a script has more than one argument.</summary>
public static class ShebangMultipleArgs
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6005",
        Name = "shebang-multiple-args",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "The first line of a script has more than one argument.",
        Explanation =
            "The kernel of illumos hands the interpreter the first word behind its path, and drops the rest (usr/src/uts/common/exec/intp/"
            + "intp.c); Linux hands over the whole rest of the line as one argument. So 'env -S' cannot work: env gets '-S' alone, an "
            + "option that it does not even have. A '#' begins no comment there. perl looks at the line itself, and takes the switches "
            + "from it that the kernel dropped, but for those that come too late then (-T, -t, -C).",
        Bad = """
            usr/sbin/zoneinfo-update, mode 0555:
            #!/usr/bin/env -S bash -eu
            """,
        Good = """
            usr/sbin/zoneinfo-update, mode 0555:
            #!/usr/bin/bash -eu
            """,
    };

    /// <summary>The env that starts <paramref name="script"/> gets an option of another env, or the first of several words, and no program.</summary>
    public static Finding AtEnv(Script script) => script.Finding(
        Rule,
        $"script '{script.Path}' hands env nothing but '{Script.Shown(script.Line.Argument!)}', with which it starts no program{DroppedText(script)}",
        "write the path of its interpreter, with one argument") with
    {
        Severity = Severity.Error,
    };

    /// <summary>Words of the line of <paramref name="script"/> are dropped that mean something to its interpreter; null where there are none.</summary>
    public static Finding? Check(Script script)
    {
        string[] meant = [.. MeantOf(script)];
        if (meant.Length == 0 && script.Line.Argument is { } comment)
        {
            return script.Finding(
                Rule,
                $"script '{script.Path}' hands its interpreter the argument '{Script.Shown(comment)}', which begins no comment there",
                "write the comment on the next line");
        }
        if (!meant.Skip(1).Any(word => IsMissed(script, word))) return null;
        return script.Finding(
            Rule,
            $"script '{script.Path}' hands its interpreter the argument '{Script.Shown(meant[0])}' alone{DroppedText(script)}",
            "join the options into one word, or set them in the script");
    }

    /// <summary>Words behind the program of the env that starts <paramref name="script"/> are dropped that mean something to it; null where there are none.</summary>
    public static Finding? CheckEnv(Script script) => !MeantOf(script).Skip(1).Any(word => IsMissed(script, word)) ? null
        : script.Finding(
            Rule,
            $"script '{script.Path}' hands env the program '{Script.Shown(script.Line.Argument!)}' alone{DroppedText(script)}",
            "write the path of its interpreter, with one argument");

    private static IEnumerable<string> MeantOf(Script script) => script.Line.Words.Skip(1).TakeWhile(word => !word.StartsWith('#'));

    private static string DroppedText(Script script) => script.Line.Dropped.Any()
        ? $": the kernel drops '{Script.Shown(string.Join(' ', script.Line.Dropped))}'"
        : "";

    private static bool IsMissed(Script script, string word)
    {
        bool isPerl = script.Line.Words.Take(2).Any(name => VersionedName.LanguageOf(name[(name.LastIndexOf('/') + 1)..]) is "perl");
        return !isPerl || !word.StartsWith('-') || (word.Length > 1 && word[1] is 'T' or 't' or 'C');
    }
}
