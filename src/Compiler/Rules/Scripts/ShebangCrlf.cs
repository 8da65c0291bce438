using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6007: The first line of a script ends in a carriage return.</summary>
public static class ShebangCrlf
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6007",
        Name = "shebang-crlf",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "The first line of a script ends in a carriage return.",
        Explanation =
            "To the kernel only blanks and tabs part words, so the carriage return of a line of Windows is the last character of the "
            + "interpreter's name, or of its argument. There is no such interpreter, and the message about it looks right on a terminal, "
            + "because the carriage return is not seen. A shell that reads such a file stumbles over every line. The bytes are the "
            + "component's: mend the file that it installs.",
        Bad = "usr/sbin/flush: #!/bin/sh<CR><LF>",
        Good = "usr/sbin/flush: #!/bin/sh<LF>",
    };

    /// <summary>The first line of <paramref name="script"/> ends in a carriage return.</summary>
    public static Finding At(Script script)
    {
        string[] words = [.. script.Line.Words.Select(word => word.TrimEnd('\r'))];
        string what = words.Length <= 1 ? $"the kernel looks for an interpreter '{Script.Shown(string.Concat(words))}' with a carriage return at the end of its name"
            : words is [_, ""] ? $"'{Script.Shown(words[0])}' gets a carriage return as its argument"
            : words.Length == 2 ? $"'{Script.Shown(words[0])}' gets the argument '{Script.Shown(words[1])}' with a carriage return at its end"
            : "in a word that the kernel drops";
        return script.Finding(Rule, $"the first line of the script '{script.Path}' ends in a carriage return: {what}", "write the file with the ends of lines of Unix") with
        {
            Related = script.Source(),
            DetailKey = "",
            Detail = [new("interpreter", words.FirstOrDefault() ?? "")],
        };
    }
}
