using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6010: A script that is there to be started cannot be.</summary>
public static class ScriptNotExecutable
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6010",
        Name = "script-not-executable",
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Phase = Phase.Audit,
        Summary = "A script that is there to be started cannot be.",
        Explanation =
            "It begins with '#!', it lies where the system looks for what it starts, such as lib/svc/method, and nobody may execute it: "
            + "the service goes to maintenance, or the command is not found. Of files that a manifest delivers to a directory "
            + "called bin or sbin MLC7111 says so, whatever they hold. A script that others read, such as those of lib/svc/share, lies elsewhere.",
        Bad = "f lib/svc/method/net-frob 0444 root bin",
        Good = "f lib/svc/method/net-frob 0555 root bin",
    };

    /// <summary>Nobody may execute <paramref name="script"/>, which is there to be started; null where somebody may, or it is not.</summary>
    public static Finding? Check(Script script)
    {
        AuditedFile file = script.File;
        if (script.IsStarted || !file.Names.Any(script.Image.Profile.IsProgram) || script.IsOnlyRead || IsSaidOf(script.Image, file)) return null;
        var mode = new Mode(file.Inode.Permissions);

        // Who may read it may run it.
        Mode mended = mode.With(mode.Bits >> 2 & Mode.Execute);
        bool mends = mended != mode && script.Image.Input.Union?.Find(file.Path) is FileEntry;
        return script.Image.Finding(Rule, file.Path, $"nobody may run the script '{file.Path}', which has the mode {mode}", mode.ToString()) with
        {
            Help = $"write {(mended == mode ? new Mode(0b101_101_101) : mended)}, or excuse it with a reason",
            Detail = [new("mode", mode.ToString())],
            Fixes = mends ? [Permission.Write(Rule, (FileEntry)script.Image.Input.Union!.Find(file.Path)!, mended, script.Image.Input.Union)] : [],
        };
    }

    /// <summary>Whether <see cref="BinNotExecutable"/> speaks of the mode of <paramref name="file"/>.</summary>
    public static bool IsSaidOf(AuditedImage image, AuditedFile file) =>
        image.Input.Union is { } union && file.Names.Any(name => BinNotExecutable.IsInBin(name) && union.Find(name) is FileEntry);
}
