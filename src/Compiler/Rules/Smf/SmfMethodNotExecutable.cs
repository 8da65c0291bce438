using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Smf;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Rules.Smf;

/// <summary>MLC8103: A service runs a program that nobody may execute.</summary>
public static class SmfMethodNotExecutable
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8103",
        Name = "smf-method-not-executable",
        Severity = Severity.Error,
        Fix = FixSafety.Unsafe,
        Phase = Phase.Audit,
        Summary = "A service runs a program that nobody may execute.",
        Explanation =
            "A file without any right to execute is run by nobody, root included, so that the service goes into maintenance. A file that "
            + "the method gives to a shell, as in '/sbin/sh /lib/svc/method/fs-usr', is only read, and needs no such right.",
        Bad = "f lib/svc/method/mdata-execute 0444 root bin",
        Good = "f lib/svc/method/mdata-execute 0555 root bin",
    };

    /// <summary>Finds the files of <paramref name="image"/> that <paramref name="uses"/> execute and nobody may; each is told once.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<MethodUse> uses, AuditedImage image) => uses
        .Where(use => use is { Program.IsExecuted: true, Walk: { End: WalkEnd.Found, IsDirectory: false } })
        .Where(use => image.FileAt(use.Walk.Path) is { IsExecutable: false })
        .DistinctBy(use => use.Walk.Path)
        .Select(use => At(use, image));

    private static Finding At(MethodUse use, AuditedImage image)
    {
        ImagePath path = use.Walk.Path;
        Inode inode = image.Tree.Find(path)!;
        var mode = new Mode(inode.Permissions);
        string message = $"'{use.Service}' runs '{path}', which nobody may execute: its mode is {mode}";
        Finding finding = image.Finding(Rule, path, message) with
        {
            Help = "give the file a mode such as 0555, or give it to a shell in the exec",
            Detail = [new("service", use.Service.ToString()), new("mode", mode.ToString()), .. use.Method.Place.Detail],
            Related = [new Related($"the {Printable.Short(use.Method.Name)} method stands at {use.Method.Place} of '{use.File.Path}'", null)],
        };

        // Who may read it may run it.
        Mode mended = mode.With(mode.Bits >> 2 & Mode.Execute);
        return image.Input.Union is { } union && union.Find(path) is FileEntry entry && entry.Mode == mode && mended != mode
            ? finding with { Fixes = [Permission.Write(Rule, entry, mended, union)] }
            : finding;
    }
}
