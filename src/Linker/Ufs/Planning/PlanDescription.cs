using System.Globalization;
using System.Text;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>The text form of a plan, for people and for golden files.</summary>
internal static class PlanDescription
{
    public static void Write(TextWriter writer, UfsPlan plan, Summary[] groups, IEnumerable<Placement> placements, int time)
    {
        UfsGeometry g = plan.Geometry;
        Line(writer, $"image {g.ImageBytes} bytes, block {g.BlockSize}, fragment {g.FragmentSize}, time {time}");
        Line(writer, $"geometry {g.Fragments} fragments, {g.SectorsPerCylinder} sectors a cylinder, {g.Cylinders} cylinders, {g.CylindersPerGroup} a group");
        Line(writer, $"groups {g.Groups} of {g.FragmentsPerGroup} fragments and {g.InodesPerGroup} inodes: backup at {g.BackupAt}, descriptor at {g.DescriptorAt}, inodes at {g.InodesAt}, data at {g.DataAt}");
        UfsUsage u = plan.Usage;
        Line(writer, $"used {u.FragmentsUsed} fragments, {u.InodesUsed} inodes, {u.Directories} directories");
        Line(writer, $"free {u.BlocksFree} blocks, {u.FragmentsFree} fragments, {u.InodesFree} inodes");
        for (int group = 0; group < groups.Length; group++)
        {
            Summary cs = groups[group];
            Line(writer, $"group {group} directories {cs.Directories} free {cs.FreeBlocks} blocks {cs.FreeFragments} fragments {cs.FreeInodes} inodes");
        }
        foreach (Placement placement in placements) Write(writer, g, placement);
    }

    private static void Write(TextWriter writer, UfsGeometry geometry, Placement placement)
    {
        UfsObject item = placement.Item;
        Inode inode = item.Inode;
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"inode {item.Number} {KindOf(inode.Kind)} ");
        line.Append(Convert.ToString(inode.Permissions, 8).PadLeft(4, '0'));
        line.Append(CultureInfo.InvariantCulture, $" {inode.Uid}:{inode.Gid} links {item.Links} ");
        if (inode.Kind is FileKind.BlockDevice or FileKind.CharacterDevice)
            line.Append(CultureInfo.InvariantCulture, $"device {inode.Device.Major},{inode.Device.Minor}");
        else
            line.Append(CultureInfo.InvariantCulture, $"size {item.Content.Length}");
        line.Append(" /").Append(item.Path.Text);
        if (inode.Kind == FileKind.SymbolicLink) line.Append(" -> ").Append(inode.Target);
        if (placement.Runs.Count > 0) line.Append(" at");
        foreach (UfsRun run in placement.Runs) line.Append(CultureInfo.InvariantCulture, $" {run.Fragment}+{run.Fragments}");
        if (placement.Indirect.Count > 0) line.Append(" indirect");
        foreach ((int fragment, _) in placement.Indirect) line.Append(CultureInfo.InvariantCulture, $" {fragment}+{geometry.FragmentsPerBlock}");
        writer.Write(line.Append('\n'));
    }

    private static char KindOf(FileKind kind) => kind switch
    {
        FileKind.Regular => 'f',
        FileKind.Directory => 'd',
        FileKind.SymbolicLink => 'l',
        FileKind.CharacterDevice => 'c',
        FileKind.BlockDevice => 'b',
        FileKind.Fifo => 'p',
        FileKind.Socket => 's',
        _ => '?',
    };

    private static void Line(TextWriter writer, FormattableString text) => writer.Write(text.ToString(CultureInfo.InvariantCulture) + "\n");
}
