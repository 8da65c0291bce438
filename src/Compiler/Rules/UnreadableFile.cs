using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7109: Only its owner can read a file, or nobody can, in a directory that is open to all.</summary>
public static class UnreadableFile
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7109",
        Name = "unreadable-file",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Summary = "Only its owner can read a file, or nobody can, in a directory that is open to all.",
        Explanation =
            "What a platform delivers is public, and nearly every file can be read by everybody; one that cannot holds a "
            + "secret, or has a slip in its mode. The secrets of illumos, such as etc/shadow, are excused in the profile. A "
            + "file in a directory that others cannot enter is private by its place, and a set-id program is for MLC7103.",
        Bad = """
            d etc 0755 root sys
            f etc/motd 0400 root sys
            """,
        Good = """
            d etc 0755 root sys
            f etc/motd 0444 root sys
            """,
    };

    /// <summary>Finds those of <paramref name="files"/> that neither group nor others can read although they can come to them.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<FileEntry> files, Union union) => files
        .Where(file => !file.Mode.HasAny(Mode.Read & ~Mode.Owner) && !file.Mode.HasAny(Mode.SetIds) && !IsPrivate(file.Path.Parent, union))
        .Select(file => Permission.At(
            Rule, file,
            file.Mode.HasAny(Mode.Read)
                ? $"only its owner '{file.Owner}' can read the file '{file.Path}', which has the mode {file.Mode}"
                : $"nobody can read the file '{file.Path}', which has the mode {file.Mode}",
            $"write {Readable(file.Mode)}, or excuse it with a reason"));

    // Everybody may read it, and run it where the owner may.
    private static Mode Readable(Mode mode) => mode.With(Mode.Read | (mode.HasAny(Mode.Owner & Mode.Execute) ? Mode.Execute : 0));

    private static bool IsPrivate(ImagePath directory, Union union) =>
        union.Find(directory) is DirectoryEntry declared && !declared.Mode.HasAny(Mode.Others & Mode.Execute);
}
