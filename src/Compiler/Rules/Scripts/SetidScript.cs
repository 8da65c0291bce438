using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6009: A script has a set-id bit.</summary>
public static class SetidScript
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6009",
        Name = "setid-script",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A script has a set-id bit.",
        Explanation =
            "illumos honours the bit on scripts, and closes the gap between its opening of the script and the interpreter's by handing "
            + "that /dev/fd. The rest stays: whoever starts the script chooses its environment, and the interpreter was not written "
            + "to distrust that. A right that one program needs is given to it by a profile of rights, or by a service.",
        Bad = """
            usr/sbin/unlock, mode 4555:
            #!/usr/bin/ksh
            """,
        Good = """
            usr/sbin/unlock, mode 0555:
            #!/usr/bin/ksh
            """,
    };

    /// <summary><paramref name="script"/> has a set-id bit; null where it has none.</summary>
    public static Finding? Check(Script script) => !script.File.IsSetId ? null
        : script.Image.Finding(Rule, script.Path, $"script '{script.Path}' has the mode {new Ir.Mode(script.File.Inode.Permissions)}, and runs with the rights of another") with
        {
            Help = "take the set-id bit off, and give the right by a profile of rights",
            Detail = [new("mode", new Ir.Mode(script.File.Inode.Permissions).ToString())],
        };
}
