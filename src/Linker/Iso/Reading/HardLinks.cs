using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>
/// Finds names of one file. The format knows none: Rock Ridge counts the links, and some writers give all names the same serial number; others only
/// store the content once. So names are one file when they have more than one link, agree in everything, and have the number or the place of
/// their content in common.
/// </summary>
internal sealed class HardLinks
{
    private readonly Dictionary<Identity, Inode> known = [];

    /// <summary>The object that <paramref name="made"/> is another name of; itself where it is the first.</summary>
    public Inode SameAs(Inode made, DirectoryRecord record, RockRidge? ridge)
    {
        if (ridge is null || ridge.Links < 2 || made.Kind == FileKind.Directory) return made;
        bool hasContent = made.Kind == FileKind.Regular && made.Content.Length > 0;
        if (ridge.Serial == 0 && !hasContent) return made;
        var identity = new Identity(
            made.Kind, made.Permissions, made.Uid, made.Gid, made.Modified, made.Target, made.Device,
            ridge.Links, ridge.Serial, hasContent ? record.Block : 0, made.Size);
        return known.TryAdd(identity, made) ? made : known[identity];
    }

    private readonly record struct Identity(
        FileKind Kind, int Permissions, uint Uid, uint Gid, long Modified, string Target, DeviceNumber Device, uint Links, uint Serial, uint Block, long Size);
}
