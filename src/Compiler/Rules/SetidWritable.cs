using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7104: The owner of a set-id file may write it.</summary>
public static class SetidWritable
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7104",
        Name = "setid-writable",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Fix = FixSafety.Unsafe,
        Summary = "The owner of a set-id file may write it.",
        Explanation =
            "Nobody has business writing such a program where it lies; without the bit a process of the owner that is led "
            + "astray cannot put another in its place. A file that is listed as reviewed with this mode is left alone: "
            + "at, newgrp and a few more have had the bit ever since. The fix takes write permission from everybody.",
        Bad = "f usr/bin/frob 4755 root bin",
        Good = "f usr/bin/frob 0555 root bin",
    };

    /// <summary>Finds those of <paramref name="files"/> that have a set-id bit and that their owner may write.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<FileEntry> files, Union union) => files
        .Where(file => file.Mode.HasAny(Mode.SetIds) && file.Mode.HasAny(Mode.Owner & Mode.Write))
        .Select(file => Permission.At(
            Rule, file, $"set-id file '{file.Path}' has the mode {file.Mode}, and its owner '{file.Owner}' may write it",
            file.Mode.Without(Mode.Write), union));
}
