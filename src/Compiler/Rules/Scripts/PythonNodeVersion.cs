using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6015: A script names a version of its interpreter that is not delivered.</summary>
public static class PythonNodeVersion
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6015",
        Name = "python-node-version",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A script names a version of its interpreter that is not delivered.",
        Explanation =
            "python2.7, /usr/node/16/bin/node, perl5.36: a platform has the versions that its components build, and changes them. What names "
            + "another was written for another system, or left behind by a change. A script that nobody may execute is a warning.",
        Bad = """
            usr/sbin/collect, mode 0555:
            #!/usr/bin/python2.7
            """,
        Good = """
            usr/sbin/collect, mode 0555:
            #!/usr/bin/python3.12
            """,
    };

    /// <summary>The version of the language of <paramref name="named"/> that <paramref name="script"/> needs is not delivered; it names it as <paramref name="text"/>.</summary>
    public static Finding At(Script script, string text, VersionedName named)
    {
        string? there = script.Programs.FindLanguage(named.Language);
        return script.Finding(
            Rule,
            $"script '{script.Path}' needs '{Script.Shown(text)}', a version that the platform does not deliver",
            there is null ? $"deliver it, or write the script for another interpreter: the platform has no {named.Language}" : $"the platform delivers '{there}'");
    }
}
