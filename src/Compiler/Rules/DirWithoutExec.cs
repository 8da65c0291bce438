using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7108: A directory can be listed, but not searched.</summary>
public static class DirWithoutExec
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7108",
        Name = "dir-without-exec",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Fix = FixSafety.Unsafe,
        Summary = "A directory can be listed but not searched, or not be used at all.",
        Explanation =
            "Without the x bit nothing in a directory can be opened; reading it gives bare names. The mode was meant for a "
            + "file: usr/node/0.10/node_modules/qlocker shipped as 0444, and the module could not be loaded by anybody but "
            + "root. builder takes any mode.",
        Bad = "d usr/node/0.10/node_modules/qlocker 0444 root bin",
        Good = "d usr/node/0.10/node_modules/qlocker 0555 root bin",
    };

    /// <summary>Finds those of <paramref name="directories"/> that somebody may read or write but not search, or that nobody may search.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<DirectoryEntry> directories, Union union) => directories
        .Where(directory => Listable(directory.Mode) || !directory.Mode.HasAny(Mode.Execute))
        .Select(directory => At(directory, union));

    private static Finding At(DirectoryEntry directory, Union union)
    {
        string who = directory.Mode.HasAny(Mode.Execute) ? "not everybody who may list it" : "nobody";
        string message = $"directory '{directory.Path}' has the mode {directory.Mode}: {who} can open what is in it";
        Mode mended = Searchable(directory.Mode);
        return mended == directory.Mode
            ? Permission.At(Rule, directory, message, "write a mode that somebody can use, such as 0755")
            : Permission.At(Rule, directory, message, mended, union);
    }

    private static bool Listable(Mode mode) => (mode.Bits >> 2 & ~mode.Bits & Mode.Execute) != 0;

    // Who may do anything with it may search it.
    private static Mode Searchable(Mode mode) => mode.With((mode.Bits >> 2 | mode.Bits >> 1) & Mode.Execute);
}
