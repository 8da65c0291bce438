using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5011: A search path names a directory that others than its owner may write to.</summary>
public static class RunpathWritableDir
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5011",
        Name = "runpath-writable-dir",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A search path names a directory that others than its owner may write to.",
        Explanation =
            "Who may write to a directory of the search path, or may move one on the way to it away, puts a library there, "
            + "and everybody who starts the program runs it. On the way a directory with the sticky bit is no danger, because "
            + "only the owner may move what lies in it.",
        Bad = "(usr/bin/foo has DT_RUNPATH /usr/lib/foo, and usr/lib/foo has the mode 0777)",
        Good = "(usr/lib/foo has the mode 0755)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment)
    {
        foreach (SearchPlace place in segment.Places.Where(place => place.IsDirectory))
        {
            for (ImagePath at = place.Walk.Path; !at.IsRoot; at = at.Parent)
            {
                if (path.Image.Tree.Find(at) is not { } inode || !IsOpen(inode.Permissions, isEnd: at == place.Walk.Path)) continue;
                string who = (inode.Permissions & 0b010) != 0 ? "everybody" : "a group";
                return path.At(Rule, segment, $"names {segment.Quoted}, and {who} may write to '{at}', which has the mode {new Mode(inode.Permissions)}") with
                {
                    Help = "deliver the directory with the mode 0755, or link it without -R or -rpath for it",
                };
            }
        }
        return null;
    }

    private static bool IsOpen(int permissions, bool isEnd) =>
        (permissions & 0b010_010) != 0 && (isEnd || (permissions & 0b001_000_000_000) == 0);
}
