using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// Counts again what the descriptors of the groups, the summary area and the superblock say is used and free.
/// </summary>
internal sealed class GroupCheck(ByteSource image, Superblock superblock, Census census, Problems problems)
{
    private readonly UfsGeometry geometry = census.Geometry;
    private readonly GroupMaps maps = GroupMaps.Of(census.Geometry);

    public void Run()
    {
        var area = new byte[geometry.SummaryFragments * geometry.FragmentSize];
        long areaOffset = geometry.OffsetOf(geometry.StartOf(0) + geometry.DataAt);
        image.Read(areaOffset, area);
        Summary total = default;
        for (int group = 0; group < geometry.Groups; group++)
        {
            var cg = new GroupDescriptor(new byte[geometry.BlockSize]);
            long offset = geometry.OffsetOf(geometry.StartOf(group) + geometry.DescriptorAt);
            image.Read(offset, cg.Bytes);
            Header(cg, group, offset);
            Summary counted = new GroupRecount(census, cg, maps, problems, group, offset).Run();
            Compare("cg_cs", cg.Summary, counted, group, offset + GroupDescriptor.SummaryOffset);
            int at = group * Summary.Bytes;
            Compare("the summary", Summary.Decode(area.AsSpan(at)), counted, group, areaOffset + at);
            total += counted;
        }
        Compare("fs_cstotal", superblock.Total, total, group: null, Superblock.Offset + Superblock.TotalOffset);
        int used = geometry.Groups * Summary.Bytes;
        problems.ExpectZeros(area.AsSpan(used), areaOffset + used, "the rest of the summary area");
    }

    private void Header(GroupDescriptor cg, int group, long offset)
    {
        if (cg[GroupField.Magic] != GroupDescriptor.Magic)
            problems.Damage($"cg_magic is 0x{cg[GroupField.Magic]:x}, not 0x{GroupDescriptor.Magic:x}", group: group, offset: offset);
        Expect("cg_cgx", cg[GroupField.Cgx], group);
        Expect("cg_ncyl", cg.Short(GroupDescriptor.CylindersOffset), geometry.CylindersOf(group));
        Expect("cg_niblk", cg.Short(GroupDescriptor.InodesOffset), geometry.InodesPerGroup);
        Expect("cg_ndblk", cg[GroupField.Ndblk], geometry.FragmentsOf(group));
        Expect("cg_btotoff", cg[GroupField.Btotoff], maps.Totals);
        Expect("cg_boff", cg[GroupField.Boff], maps.Positions);
        Expect("cg_iusedoff", cg[GroupField.Iusedoff], maps.UsedInodes);
        Expect("cg_freeoff", cg[GroupField.Freeoff], maps.FreeFragments);
        Expect("cg_nextfreeoff", cg[GroupField.Nextfreeoff], maps.End);
        Below("cg_rotor", GroupField.Rotor, geometry.FragmentsOf(group));
        Below("cg_frotor", GroupField.Frotor, geometry.FragmentsOf(group));
        Below("cg_irotor", GroupField.Irotor, geometry.InodesPerGroup);
        problems.ExpectZeros(cg.Bytes.AsSpan(0, 4), offset, "cg_link", group: group);
        problems.ExpectZeros(cg.Bytes.AsSpan(GroupDescriptor.SpareOffset, 64), offset + GroupDescriptor.SpareOffset, "cg_sparecon", group: group);
        problems.ExpectZeros(cg.Bytes.AsSpan(maps.End), offset + maps.End, "the rest of the descriptor", group: group);

        void Expect(string name, int actual, int expected) => problems.Expect(name, actual, expected, group: group, offset: offset);
        void Below(string name, GroupField field, int bound)
        {
            if (cg[field] < 0 || cg[field] >= bound) problems.Damage($"{name} is {cg[field]}, not below {bound}", group: group, offset: offset);
        }
    }

    private void Compare(string name, Summary actual, Summary expected, int? group, long offset)
    {
        problems.Expect($"{name}: directories", actual.Directories, expected.Directories, group: group, offset: offset);
        problems.Expect($"{name}: free blocks", actual.FreeBlocks, expected.FreeBlocks, group: group, offset: offset);
        problems.Expect($"{name}: free inodes", actual.FreeInodes, expected.FreeInodes, group: group, offset: offset);
        problems.Expect($"{name}: free fragments", actual.FreeFragments, expected.FreeFragments, group: group, offset: offset);
    }
}
