using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6012: A script names its interpreter by a roundabout path.</summary>
public static class WrongInterpreterPath
{
    // What system(3C) starts, and what everybody writes.
    private const string Proverbial = "/bin/sh";

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6012",
        Name = "wrong-interpreter-path",
        Severity = Severity.Info,
        Phase = Phase.Audit,
        Summary = "A script names its interpreter by a roundabout path.",
        Explanation =
            "/bin is a symbolic link to /usr/bin, so that one program has two spellings. Both work. Who looks for the scripts of an interpreter, "
            + "or moves it, finds those that spell it alike. /bin/sh is the name that standards and system(3C) know, and is left in peace.",
        Bad = """
            usr/bin/report, mode 0555:
            #!/bin/bash
            """,
        Good = """
            usr/bin/report, mode 0555:
            #!/usr/bin/bash
            """,
    };

    /// <summary><paramref name="walk"/>, the way to the interpreter of <paramref name="script"/>, goes by a link to a directory or a detour; null where it does not.</summary>
    public static Finding? Check(Script script, InterpreterWalk walk)
    {
        string directory = walk.Text[..^walk.Name.Length];
        if (walk.Text == Proverbial || script.Image.Follow(Ir.ImagePath.Root, directory) is not { End: Resolve.WalkEnd.Found } there) return null;
        string straight = $"/{there.Path.Append(walk.Name)}";
        return straight == walk.Text ? null : script.Finding(
            Rule,
            $"script '{script.Path}' spells its interpreter '{Script.Shown(walk.Text)}', which lies at '{Script.Shown(straight)}'",
            $"write '#!{Script.Shown(straight)}'");
    }
}
