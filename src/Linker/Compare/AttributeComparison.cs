using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Compare;

/// <summary>Compares what two trees say of an object besides its content.</summary>
internal sealed class AttributeComparison(FileTree oldTree, FileTree newTree, NameSets oldSets, NameSets newSets, bool owners)
{
    /// <summary>What differs between <paramref name="old"/> and <paramref name="now"/>, which both are called <paramref name="path"/>.</summary>
    public IReadOnlyList<AttributeChange> Compare(ImagePath path, Inode old, Inode now)
    {
        if (old.Kind != now.Kind) return [new(ObjectTrait.Type, KindName.Plain(old.Kind), KindName.Plain(now.Kind))];
        // Most objects do not differ at all.
        List<AttributeChange>? changes = null;
        // The modes of links mean nothing, and every system makes them up.
        if (old.Permissions != now.Permissions && old.Kind != FileKind.SymbolicLink)
            Add(ObjectTrait.Mode, new Mode(old.Permissions).ToString(), new Mode(now.Permissions).ToString());
        if (owners && old.Uid != now.Uid) Add(ObjectTrait.Owner, $"{old.Uid}", $"{now.Uid}");
        if (owners && old.Gid != now.Gid) Add(ObjectTrait.Group, $"{old.Gid}", $"{now.Gid}");
        if (old.Device != now.Device) Add(ObjectTrait.Device, Numbers(old), Numbers(now));
        if (!old.Target.Equals(now.Target, StringComparison.Ordinal))
            Add(IsSpelling(path, old, now) ? ObjectTrait.Spelling : ObjectTrait.Target, old.Target, now.Target);
        if (old.Kind != FileKind.Directory && oldSets.FirstOf(old) != newSets.FirstOf(now))
            Add(ObjectTrait.Names, oldSets.FirstOf(old).Text, newSets.FirstOf(now).Text);
        if (old.Modified != now.Modified) Add(ObjectTrait.Time, $"{old.Modified}", $"{now.Modified}");
        return changes ?? (IReadOnlyList<AttributeChange>)[];

        void Add(ObjectTrait attribute, string before, string after) => (changes ??= []).Add(new(attribute, before, after));
    }

    private bool IsSpelling(ImagePath path, Inode old, Inode now) =>
        LinkMeaning.IsSame(oldTree, path, old.Target, now.Target) && LinkMeaning.IsSame(newTree, path, old.Target, now.Target);

    private static string Numbers(Inode inode) => $"{inode.Device.Major},{inode.Device.Minor}";
}
