using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules.Differences;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Compare;

/// <summary>What is to be said of set-id bits.</summary>
internal static class SetidFindings
{
    private const int SetUser = 0b100_000_000_000;
    private const int SetGroup = 0b010_000_000_000;

    /// <summary>The finding about <paramref name="change"/>, whose newer object is <paramref name="subject"/>; none where no set-id bit is concerned.</summary>
    public static IEnumerable<Finding> Of(ObjectChange change, Subject subject)
    {
        if (Speaks(change)) yield return SetidChange.At(subject, IsOfOneKind(change) ? Shown(change.Old!) : null, Shown(change.New!));
    }

    /// <summary>Whether modes and owner of <paramref name="change"/> are told by this, and need not be told by others.</summary>
    public static bool Speaks(ObjectChange change)
    {
        if (change.New is not { } now) return false;
        int bits = Bits(now);
        if (!IsOfOneKind(change)) return bits != 0;
        if (bits != Bits(change.Old!)) return true;
        return now.Kind == FileKind.Regular
            && ((change.Of(ObjectTrait.Owner) is not null && (bits & SetUser) != 0)
                || (change.Of(ObjectTrait.Group) is not null && (bits & SetGroup) != 0));
    }

    private static bool IsOfOneKind(ObjectChange change) => change.Old?.Kind == change.New?.Kind;

    private static int Bits(Inode inode) =>
        inode.Kind is FileKind.Regular or FileKind.Directory ? inode.Permissions & (SetUser | SetGroup) : 0;

    private static string Shown(Inode inode) => $"{new Mode(inode.Permissions)} {inode.Uid}:{inode.Gid}";
}
