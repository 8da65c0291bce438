using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Makes the inode of a placed object. Its generation stays 0: nothing in an image needs to outlive another object's number.</summary>
internal static class InodeWriter
{
    public static DiskInode Write(UfsGeometry geometry, Placement placement, int time)
    {
        UfsObject item = placement.Item;
        int[] addresses = placement.Addresses;
        if (item.Inode.Kind is FileKind.BlockDevice or FileKind.CharacterDevice)
        {
            addresses = new int[DiskInode.Pointers];
            addresses[DiskInode.DevicePointer] = DeviceCode.Encode(item.Inode.Device)!.Value;
        }
        return new DiskInode
        {
            Mode = (ushort)(ModeBits.Of(item.Inode.Kind) | item.Inode.Permissions),
            Links = (short)item.Links,
            Uid = item.Inode.Uid,
            Gid = item.Inode.Gid,
            Size = (ulong)item.Content.Length,
            Accessed = time,
            Modified = (int)item.Inode.Modified,
            Changed = time,
            Addresses = addresses,
            Sectors = checked((int)(placement.Fragments * geometry.SectorsPerFragment)),
        };
    }
}
