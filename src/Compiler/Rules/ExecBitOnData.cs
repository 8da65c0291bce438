using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7110: A file that is no program has the execute bit.</summary>
public static class ExecBitOnData
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7110",
        Name = "exec-bit-on-data",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Fix = FixSafety.Safe,
        Summary = "A file that is no program has the execute bit.",
        Explanation =
            "Manual pages, headers, XML, static archives and modules of JavaScript are read, not run; which files are so by "
            + "their names stands in the profile. Starting one hands it to a shell, which takes its text for commands. The "
            + "bit does no more harm than that, and taking it away does none. What lies in a bin directory is a program, "
            + "whatever it is called.",
        Bad = "f usr/ucbinclude/stdio.h 0755 root bin",
        Good = "f usr/ucbinclude/stdio.h 0644 root bin",
    };

    /// <summary>Finds those of <paramref name="files"/> with an execute bit that are data by their names.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<FileEntry> files, Union union, Profile profile) => files
        .Where(file => file.Mode.HasAny(Mode.Execute) && profile.IsData(file.Path) && !BinNotExecutable.IsInBin(file.Path))
        .Select(file => Permission.At(
            Rule, file, $"'{file.Path}' is no program, and has the mode {file.Mode}", file.Mode.Without(Mode.Execute), union));
}
