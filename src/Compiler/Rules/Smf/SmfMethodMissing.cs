using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Smf;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Rules.Smf;

/// <summary>MLC8102: A service runs a program that is not in the image.</summary>
public static class SmfMethodMissing
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8102",
        Name = "smf-method-missing",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A service runs a program that is not in the image.",
        Explanation =
            "The shell that svc.startd starts for a method finds nothing to run, and the service goes into maintenance as soon as "
            + "it is enabled; whatever depends on it never starts. Actions of the restarter such as :kill, words with tokens such as %m, and "
            + "programs behind a test are not looked for.",
        Bad = "exec='/lib/svc/method/mdata-execute', and no line 'f lib/svc/method/mdata-execute 0555 root bin'",
        Good = "exec='/lib/svc/method/mdata-execute', and a line 'f lib/svc/method/mdata-execute 0555 root bin'",
    };

    /// <summary>Those of <paramref name="uses"/> that lead to no file.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<MethodUse> uses) => uses
        .Where(use => use.Walk.End is WalkEnd.Missing or WalkEnd.NotADirectory or WalkEnd.Loop || use.Walk is { End: WalkEnd.Found, IsDirectory: true })
        .Select(At);

    private static Finding At(MethodUse use)
    {
        string program = Printable.Short(use.Program.Path);
        bool isOnTheWay = ImagePath.TryParse(use.Program.Path, out ImagePath path) && path.IsAtOrBelow(use.Walk.Path);
        string led = isOnTheWay ? "" : $" leads to '{Printable.Short(use.Walk.Path.Text)}', which";
        string why = use.Walk.End switch
        {
            WalkEnd.NotADirectory => $", which leads through '{Printable.Short(use.Walk.Path.Text)}', which is no directory",
            WalkEnd.Loop => ", which is a circle of symbolic links",
            WalkEnd.Found => $", which{led} is a directory",
            _ => $", which{led} is not in the image",
        };
        return use.File.Finding(
            Rule,
            use.Method.Place,
            $"the {Printable.Short(use.Method.Name)} method of '{use.Service}' runs '{program}'{why}",
            $"{use.Service} {use.Program.Path}",
            new("service", use.Service.ToString()),
            new("program", program)) with
        {
            Help = Undelivered(use) ?? "deliver the program, mend the exec, or do not deliver the manifest",
        };
    }

    private static string? Undelivered(MethodUse use) =>
        use.Walk.End == WalkEnd.Missing && use.File.Image.Input.Undelivered?.Search.Find(use.Walk.Path) is { Kind: FileKind.Regular } found
            ? $"{found.Directory} has it: add a line such as 'f {use.Walk.Path} 0555 root bin'"
            : null;
}
