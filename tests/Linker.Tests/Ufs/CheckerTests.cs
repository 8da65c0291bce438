using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>Each case damages one thing in a sound image; the checker must name it.</summary>
public class CheckerTests
{
    private static readonly Dictionary<string, (Action<DamagedImage> Harm, string Finding)> Cases = new(StringComparer.Ordinal)
    {
        // The superblock: numbers that follow from others.
        ["fs_sblkno"] = (i => i.SetSuperblock(8, 15), "byte 8200: fs_sblkno is 15, not 16"),
        ["fs_cgoffset"] = (i => i.SetSuperblock(24, 4), "byte 8216: fs_cgoffset is 4, not *"),
        ["fs_dsize"] = (i => i.SetSuperblock(40, i.Int(8192 + 40) - 1), "byte 8232: fs_dsize is *"),
        ["fs_bmask"] = (i => i.SetSuperblock(72, -2048), "byte 8264: fs_bmask is -2048, not -4096"),
        ["fs_fmask"] = (i => i.SetSuperblock(76, -512), "byte 8268: fs_fmask is -512, not -1024"),
        ["fs_bshift"] = (i => i.SetSuperblock(80, 13), "byte 8272: fs_bshift is 13, not 12"),
        ["fs_fshift"] = (i => i.SetSuperblock(84, 9), "byte 8276: fs_fshift is 9, not 10"),
        ["fs_fragshift"] = (i => i.SetSuperblock(96, 3), "byte 8288: fs_fragshift is 3, not 2"),
        ["fs_fsbtodb"] = (i => i.SetSuperblock(100, 0), "byte 8292: fs_fsbtodb is 0, not 1"),
        ["fs_sbsize"] = (i => i.SetSuperblock(104, 1024), "byte 8296: fs_sbsize is 1024, not 2048"),
        ["fs_csmask"] = (i => i.SetSuperblock(108, -128), "byte 8300: fs_csmask is -128, not -256"),
        ["fs_csshift"] = (i => i.SetSuperblock(112, 7), "byte 8304: fs_csshift is 7, not 8"),
        ["fs_nindir"] = (i => i.SetSuperblock(116, 2048), "byte 8308: fs_nindir is 2048, not 1024"),
        ["fs_inopb"] = (i => i.SetSuperblock(120, 64), "byte 8312: fs_inopb is 64, not 32"),
        ["fs_nspf"] = (i => i.SetSuperblock(124, 4), "byte 8316: fs_nspf is 4, not 2"),
        ["fs_csaddr"] = (i => i.SetSuperblock(152, i.Int(8192 + 152) + 1), "byte 8344: fs_csaddr is *"),
        ["fs_cssize"] = (i => i.SetSuperblock(156, 2048), "byte 8348: fs_cssize is 2048, not 1024"),
        ["fs_cgsize"] = (i => i.SetSuperblock(160, 1024), "byte 8352: fs_cgsize is 1024, not 2048"),
        ["fs_npsect"] = (i => i.SetSuperblock(1336, 1), "byte 9528: fs_npsect is 1, not *"),
        ["fs_ncyl"] = (i => i.SetSuperblock(176, 1000), "byte 8368: fs_ncyl is 1000, not *"),
        ["fs_cpg"] = (i => i.SetSuperblock(180, 8), "byte 8380: fs_fpg is *"),
        ["fs_ntrak"] = (i => i.SetSuperblock(164, 2), "byte 8356: fs_ntrak is 2, not 1"),
        ["fs_qbmask"] = (i => i.SetSuperblock(1340, 0), "byte 9532: fs_qbmask is 0, not 4095"),
        ["fs_qfmask high"] = (i => i.SetSuperblock(1352, 1), "byte 9544: fs_qfmask (high) is 1, not 0"),
        ["fs_postblformat"] = (i => i.SetSuperblock(1356, -1), "byte 9548: fs_postblformat is -1, not 1"),
        ["fs_nrpos"] = (i => i.SetSuperblock(1360, 0), "byte 8192: fs_spc *, fs_cpg * and fs_nrpos 0 make no cylinder group"),

        // The superblock: numbers without which nothing can be found.
        ["fs_magic"] = (i => i.SetSuperblock(1372, 0x11953), "byte 8192: fs_magic is 0x11953, not 0x11954"),
        ["fs_version"] = (i => i.SetSuperblock(1320, 60), "byte 8192: fs_version is 60, neither 0 nor 2"),
        ["fs_bsize"] = (i => i.SetSuperblock(48, 0), "byte 8192: fs_bsize is 0, neither 4096 nor 8192"),
        ["fs_fsize"] = (i => i.SetSuperblock(52, 1000), "byte 8192: fs_fsize is 1000, which does not divide a block"),
        ["fs_frag"] = (i => i.SetSuperblock(56, 8), "byte 8192: fs_frag is 8, not 4"),
        ["fs_size"] = (i => i.SetSuperblock(36, 7000), "byte 8192: fs_size is 7000 fragments, which 7000000 bytes do not hold"),
        ["fs_ncg"] = (i => i.SetSuperblock(44, 3), "byte 8192: fs_ncg is 3, which is not how many groups of * fragments make *"),
        ["fs_ipg"] = (i => i.SetSuperblock(184, 33), "byte 8192: fs_ipg is 33, which does not fill whole blocks"),
        ["fs_fpg"] = (i => i.SetSuperblock(188, 4801), "byte 8192: fs_fpg is 4801, which is no number of blocks"),
        ["fs_dblkno"] = (i => i.SetSuperblock(20, 1), "byte 8192: fs_sblkno 16, fs_cblkno 24, fs_iblkno 28 and fs_dblkno 1 do not follow each other as tables do"),

        // The superblock: state.
        ["fs_state"] = (i => i.SetSuperblock(132, 0), "byte 8324: fs_state is 0, not 482905400"),
        ["fs_time"] = (i => i.SetSuperblock(32, 0), "byte 8324: fs_state is 482905400, not *"),
        ["fs_clean"] = (i => i.SetSuperblockByte(209, 0xFD), "byte 8401: fs_clean is 253, not 1"),
        ["fs_flags"] = (i => i.SetSuperblockByte(211, 1), "byte 8403: fs_flags is 1, not 0"),
        ["fs_fmod"] = (i => i.SetSuperblockByte(208, 1), "byte 8400: fs_fmod is 1, not 0"),
        ["fs_ronly"] = (i => i.SetSuperblockByte(210, 1), "byte 8402: fs_ronly is 1, not 0"),
        ["fs_si"] = (i => i.SetSuperblock(136, 1), "byte 8328: fs_si is 1, not 0"),
        ["fs_rolled"] = (i => i.SetSuperblock(4, 2), "byte 8196: fs_rolled is 2, not 0"),
        ["fs_logbno"] = (i => i.SetSuperblock(1324, 80), "byte 9516: fs_logbno is 80, not 0"),
        ["fs_reclaim"] = (i => i.SetSuperblock(1328, 1), "byte 9520: fs_reclaim is 1, not 0"),
        ["fs_minfree"] = (i => i.SetSuperblock(60, 100), "byte 8252: fs_minfree is 100, not 0 to 99"),
        ["fs_optim"] = (i => i.SetSuperblock(128, 2), "byte 8320: fs_optim is 2, not 0 to 1"),
        ["fs_cgrotor"] = (i => i.SetSuperblock(724, -1), "byte 8916: fs_cgrotor is -1, not 0 to 1"),
        ["fs_cstotal"] = (i => i.SetSuperblock(196, i.Int(8192 + 196) + 1), "byte 8384: fs_cstotal: free blocks is *"),
        ["fs_sparecon"] = (i => i.SetSuperblock(1200, 1), "byte 9392: fs_sparecon should be zeros"),
        ["behind the superblock"] = (i => i.SetSuperblock(5000, 1), "byte 13192: the rest of the superblock should be zeros"),

        // The copies of the superblock.
        ["first backup"] = (i => i.AddInt(i.Backup(0) + 36, 1), "group 0: byte 16420: the backup superblock differs from the primary in byte 36"),
        ["last backup"] = (i => i.AddInt(i.Backup(1) + 188, 1), "group 1: byte *: the backup superblock differs from the primary in byte 188"),
        ["time of a backup"] = (i => i.AddInt(i.Backup(1) + 32, 1), "group 1: byte *: the backup superblock differs from the primary in byte 32, which may change"),

        // The groups.
        ["cg_magic"] = (i => i.SetInt(i.Group(1) + 4, 0), "group 1: byte *: cg_magic is 0x0, not 0x90255"),
        ["cg_cgx"] = (i => i.SetInt(i.Group(1) + 12, 0), "group 1: byte *: cg_cgx is 0, not 1"),
        ["cg_ncyl"] = (i => i.SetShort(i.Group(1) + 16, 0), "group 1: byte *: cg_ncyl is 0, not *"),
        ["cg_niblk"] = (i => i.SetShort(i.Group(0) + 18, 32), "group 0: byte *: cg_niblk is 32, not *"),
        ["cg_ndblk"] = (i => i.AddInt(i.Group(1) + 20, 4), "group 1: byte *: cg_ndblk is *"),
        ["cg_cs ndir"] = (i => i.AddInt(i.Group(0) + 24, 1), "group 0: byte *: cg_cs: directories is 8, not 7"),
        ["cg_cs nbfree"] = (i => i.AddInt(i.Group(0) + 28, 1), "group 0: byte *: cg_cs: free blocks is *"),
        ["cg_cs nifree"] = (i => i.AddInt(i.Group(1) + 32, 1), "group 1: byte *: cg_cs: free inodes is *"),
        ["cg_cs nffree"] = (i => i.AddInt(i.Group(0) + 36, 1), "group 0: byte *: cg_cs: free fragments is *"),
        ["cg_rotor"] = (i => i.SetInt(i.Group(0) + 40, 5000), "group 0: byte *: cg_rotor is 5000, not below *"),
        ["cg_irotor"] = (i => i.SetInt(i.Group(0) + 48, -1), "group 0: byte *: cg_irotor is -1, not below *"),
        ["cg_frsum"] = (i => i.AddInt(i.Group(0) + 52 + 4, 1), "group 0: byte *: cg_frsum[1] is *"),
        ["cg_frsum of whole blocks"] = (i => i.SetInt(i.Group(0) + 52 + 16, 1), "group 0: byte *: cg_frsum[4] is 1, not 0"),
        ["cg_btotoff"] = (i => i.SetInt(i.Group(0) + 84, 172), "group 0: byte *: cg_btotoff is 172, not 168"),
        ["cg_freeoff"] = (i => i.SetInt(i.Group(0) + 96, 0), "group 0: byte *: cg_freeoff is 0, not *"),
        ["cg_nextfreeoff"] = (i => i.SetInt(i.Group(1) + 100, -1), "group 1: byte *: cg_nextfreeoff is -1, not *"),
        ["cg_sparecon"] = (i => i.SetInt(i.Group(1) + 104, 1), "group 1: byte *: cg_sparecon should be zeros"),
        ["cg_link"] = (i => i.SetInt(i.Group(1), 1), "group 1: byte *: cg_link should be zeros"),
        ["block total"] = (i => i.AddInt(i.Group(1) + 168, 1), "group 1: byte *: cg_btot[0] is *"),
        ["rotational table"] = (i => i.AddInt(i.Map(1, 88), 1), "group 1: byte *: cg_b[0][0] is *"),
        ["inode map: used as free"] = (i => i.Bytes[i.Map(0, 92)] &= 0xF7, "group 0: inode 3: byte *: the map says free, and the inode is used"),
        ["inode map: free as used"] = (i => i.Bytes[i.Map(1, 92)] |= 1, "group 1: inode *: byte *: the map says used, and the inode is free"),
        ["inode map: reserved as free"] = (i => i.Bytes[i.Map(0, 92)] &= 0xFE, "group 0: inode 0: byte *: the map says free, and the inode is used"),
        ["fragment map: used as free"] = (i => i.Bytes[i.Map(0, 96)] |= 1, "group 0: byte *: fragments free in the map and used: 1"),
        ["fragment map: free as used"] = (i => i.Bytes[i.Map(0, 96) + i.Bytes.AsSpan(i.Map(0, 96)).IndexOfAnyExcept((byte)0)] = 0, "group 0: byte *: fragments used in the map and free: *"),
        ["fragment map: behind the end"] = (i => i.Bytes[i.Map(1, 100) - 1] |= 0x80, "group 1: byte *: the map of fragments has a bit behind its end"),
        ["behind the maps"] = (i => i.Bytes[i.Map(1, 100)] = 1, "group 1: byte *: the rest of the descriptor should be zeros"),
        ["summary"] = (i => i.AddInt(i.Summary(1) + 8, 1), "group 1: byte *: the summary: free inodes is *"),
        ["behind the summary"] = (i => i.Bytes[i.Summary(2)] = 1, "byte *: the rest of the summary area should be zeros"),

        // Inodes.
        ["mode"] = (i => i.SetShort(i.Inode("big"), 0x7000 | 0x1A4), "inode *: byte *: its mode 70644 has no type of file"),
        ["freed"] = (i => i.SetShort(i.Inode("big"), 0), "inode *: byte *: it is free and has a size or an address"),
        ["free with a generation"] = (i => i.SetInt(i.Inode(100) + 108, 7), "inode 100: byte *: a free inode should be zeros"),
        ["reserved"] = (i => i.SetShort(i.Inode(1), 0x81A4), "inode 1: byte *: it is reserved and in use"),
        ["link count"] = (i => i.SetShort(i.Inode("etc/motd") + 2, 1), "inode *: ic_nlink is 1, not 2"),
        ["link count of a directory"] = (i => i.SetShort(i.Inode("etc") + 2, 2), "inode *: ic_nlink is 2, not 3"),
        ["link count of the top directory"] = (i => i.SetShort(i.Inode("") + 2, 5), "inode 2: ic_nlink is 5, not 6"),
        ["uid"] = (i => i.SetInt(i.Inode("huge/id") + 116, 1), "inode *: byte *: ic_uid is 1, and its 16-bit form is 65535"),
        ["short gid"] = (i => i.SetShort(i.Inode("big") + 6, 1), "inode *: byte *: ic_gid is 0, and its 16-bit form is 1"),
        ["size over all"] = (i => i.SetInt(i.Inode("big") + 12, 0x100), "inode *: byte *: it has * bytes, more than a file can have"),
        ["size shorter"] = (i => i.SetInt(i.Inode("big") + 8, 100000), "inode *: block 25 lies behind the end of 100000 bytes and has the address *"),
        ["size without the flag"] = (i => i.SetInt(i.Inode("big") + 12, 1), "byte 8403: fs_flags is 0, not 1"),
        ["microseconds"] = (i => i.SetInt(i.Inode("big") + 28, 1000000), "inode *: byte *: a time has 1000000 microseconds"),
        ["ic_blocks"] = (i => i.AddInt(i.Inode("big") + 104, 2), "inode *: byte *: ic_blocks is *"),
        ["ic_blocks of a special file"] = (i => i.SetInt(i.Inode("null") + 104, 2), "inode *: byte *: ic_blocks is 2, not 0"),
        ["ic_flags"] = (i => i.SetInt(i.Inode("big") + 100, 4), "inode *: byte *: ic_flags is 4, not 0"),
        ["ic_shadow"] = (i => i.SetInt(i.Inode("big") + 112, 9), "inode *: byte *: ic_shadow is 9, not 0"),
        ["ic_oeftflag"] = (i => i.SetInt(i.Inode("big") + 124, 9), "inode *: byte *: ic_oeftflag is 9, not 0"),
        ["address of a device in the wrong place"] = (i => i.SetInt(i.Inode("null") + 40, 0x0D02), "inode *: byte *: a special file has the address 3330"),
        ["address of a fifo"] = (i => i.SetInt(i.Inode("fifo") + 44, 1), "inode *: byte *: a special file has the address 1"),
        ["size of a fifo"] = (i => i.SetInt(i.Inode("fifo") + 8, 1), "inode *: byte *: ic_size of a special file is 1, not 0"),
        ["link in the inode"] = (i => i.SetInt(i.Inode("link") + 40, 0x2F637465), "inode *: fragment 795047013 lies outside the file system of *"),
        ["link without an address"] = (i => i.SetInt(i.Inode("link") + 40, 0), "inode *: byte *: a symbolic link has a hole"),
        ["link too long"] = (i => i.SetInt(i.Inode("link") + 8, 1025), "inode *: byte *: a symbolic link has 1025 bytes"),
        ["link empty"] = (i => i.SetInt(i.Inode("link") + 8, 0), "inode *: byte *: a symbolic link has 0 bytes"),
        ["link with a NUL"] = (i => i.Bytes[i.Data("link") + 2] = 0, "inode *: byte *: the target holds a NUL"),
        ["behind a link"] = (i => i.Bytes[i.Data("link") + 8] = (byte)'x', "inode *: byte *: what lies behind the end of a content should be zeros"),
        ["behind a file"] = (i => i.Bytes[i.Data("etc/motd") + 2047] = 1, "inode *: byte *: what lies behind the end of a content should be zeros"),
        ["behind a directory"] = (i => i.Bytes[i.Data("etc") + 512] = 1, "inode *: byte *: what lies behind the end of a content should be zeros"),
        ["negative address"] = (i => i.SetInt(i.Inode("big") + 40, -4), "inode *: fragment -4 lies outside the file system of *"),
        ["misaligned block"] = (i => i.AddInt(i.Inode("big") + 40, 1), "inode *: 4 fragments at * do not lie within one block"),
        ["block in the tables"] = (i => i.SetInt(i.Inode("big") + 40, 16), "inode *: fragment 16 belongs to the tables of group 0"),
        ["block used twice"] = (i => i.SetInt(i.Inode("big") + 40, i.Int(i.Inode("big") + 44)), "inode *: fragment * is in use already"),
        ["tail used twice"] = (i => i.SetInt(i.Inode("etc/passwd") + 40, i.Int(i.Inode("etc/motd") + 40)), "inode *: fragment * is in use already"),
        ["address behind the end"] = (i => i.SetInt(i.Inode("etc/motd") + 44, 4000), "inode *: block 1 lies behind the end of 1500 bytes and has the address 4000"),
        ["indirect address behind the end"] = (i => i.SetInt(i.Inode("etc/motd") + 88, 4000), "inode *: an indirect block for block 12, behind the end of 1500 bytes, has the address 4000"),
        ["address behind the end in an indirect block"] = (i => i.SetInt(i.Indirect("big") + 4092, 4000), "inode *: block 1035 lies behind the end of 200001 bytes and has the address 4000"),
        ["address of an indirect block"] = (i => i.SetInt(i.Inode("bigger") + 92, i.Int(i.Inode("bigger") + 88)), "inode *: fragment * is in use already"),
        ["address in an indirect block"] = (i => i.SetInt(i.Indirect("big") + 8, int.MaxValue), "inode *: fragment 2147483647 lies outside the file system of *"),

        // Directories.
        ["directory with a hole"] = (i => i.SetInt(i.Inode("lost+found") + 40, 0), "inode 3: byte *: a directory has a hole"),
        ["size of a directory"] = (i => i.SetInt(i.Inode("etc") + 8, 500), "inode *: byte *: a directory has 500 bytes, which is no number of chunks"),
        ["size of an empty directory"] = (i => i.SetInt(i.Inode("etc/empty") + 8, 0), "inode *: byte *: a directory has 0 bytes, which is no number of chunks"),
        ["d_reclen 0"] = (i => i.SetShort(i.Entry("etc", "motd") + 4, 0), "inode *: byte *: a directory entry has a length of 0"),
        ["d_reclen odd"] = (i => i.SetShort(i.Entry("etc", "motd") + 4, 18), "inode *: byte *: a directory entry has a length of 18"),
        ["d_reclen across the chunk"] = (i => i.SetShort(i.Entry("etc", "passwd") + 4, 512), "inode *: byte *: a directory entry has a length of 512"),
        ["d_namlen"] = (i => i.SetShort(i.Entry("etc", "motd") + 6, 20), "inode *: byte *: a directory entry of 16 bytes has a name of 20"),
        ["d_namlen 0"] = (i => i.SetShort(i.Entry("etc", "motd") + 6, 0), "inode *: byte *: a directory entry of 16 bytes has a name of 0"),
        ["d_type of BSD"] = (i => i.SetShort(i.Entry("etc", "motd") + 6, 0x0408), "inode *: byte *: a directory entry of 16 bytes has a name of 1032"),
        ["name with a slash"] = (i => i.Bytes[i.Entry("etc", "motd") + 9] = (byte)'/', "inode *: byte *: a name holds a NUL or a slash"),
        ["name with a NUL"] = (i => i.Bytes[i.Entry("etc", "motd") + 9] = 0, "inode *: byte *: a name holds a NUL or a slash"),
        ["name without an end"] = (i => i.Bytes[i.Entry("etc", "motd") + 12] = (byte)'x', "inode *: byte *: a name is not ended by a NUL"),
        ["behind a name"] = (i => i.Bytes[i.Entry("etc", "motd") + 14] = (byte)'x', "inode *: byte *: what lies behind a name should be zeros"),
        ["name twice"] = (i => "hard"u8.CopyTo(i.Bytes.AsSpan(i.Entry("etc", "motd") + 8)), "inode *: byte *: a name stands twice"),
        ["'.'"] = (i => i.SetInt(i.Entry("etc", "."), 2), "inode *: byte *: '.' is inode 2"),
        ["no '.'"] = (i => i.Bytes[i.Entry("etc", ".") + 8] = (byte)'x', "inode *: byte *: its first entry should be '.'"),
        ["'..'"] = (i => i.SetInt(i.Entry("etc", ".."), 3), "inode *: '..' is inode 3, not 2"),
        ["'..' of the top directory"] = (i => i.SetInt(i.Entry("", ".."), 3), "inode 2: '..' is inode 3, not 2"),
        ["no '..'"] = (i => i.SetInt(i.Entry("etc", ".."), 0), "inode *: byte *: its second entry should be '..'"),
        ["entry out of range"] = (i => i.SetInt(i.Entry("etc", "motd"), 1 << 20), "inode *: byte *: a directory entry names inode 1048576 of *"),
        ["entry of a free inode"] = (i => i.SetInt(i.Entry("etc", "motd"), 200), "inode *: byte *: a directory entry names inode 200, which is free"),
        ["entry removed"] = (i => i.SetInt(i.Entry("etc", "passwd"), 0), "inode *: it is in use and has no name"),
        ["unused entry with a name"] = (i => i.Bytes[i.Data("lost+found") + 512 + 8] = 1, "inode 3: byte *: an unused directory entry should be zeros"),
        ["directory with two names"] = (i => i.SetInt(i.Entry("etc", "passwd"), (int)i.Number("other")), "inode *: byte *: a directory entry is another name of the directory of inode *"),
        ["directory out of reach"] = (i => i.SetInt(i.Entry("", "other"), 0), "inode *: the directory cannot be reached from the top one"),
        ["directory in itself"] = (
            i =>
            {
                i.SetInt(i.Entry("", "other"), (int)i.Number("fifo"));
                i.SetInt(i.Entry("other", "below"), (int)i.Number("other"));
            },
            "inode *: the directory cannot be reached from the top one"),
        ["top directory is a file"] = (i => i.SetShort(i.Inode("") + 0, 0x81ED), "inode 2: the top directory is no directory"),

        // Before and behind it all.
        ["boot block"] = (i => i.Bytes[8000] = 1, "byte 8000: the boot block should be zeros"),
        ["behind the end"] = (i => i.Bytes[^1] = 1, "byte 6999999: what lies behind the file system should be zeros"),
    };

    public static TheoryData<string> CaseNames => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void A_single_wrong_field_is_found(string name)
    {
        var image = new DamagedImage();
        UfsChecker.Check(image.Source).Should().BeEmpty("the image is sound before");
        Cases[name].Harm(image);
        image.Bytes.AsSpan().SequenceEqual(new DamagedImage().Bytes).Should().BeFalse("the case must change something");
        UfsChecker.Check(image.Source).Select(problem => problem.ToString()).Should().ContainMatch(Cases[name].Finding);
    }

    [Fact]
    public void Bytes_that_nothing_uses_are_a_residue_and_no_damage()
    {
        foreach (string name in new[] { "boot block", "behind a file", "behind a name", "free with a generation", "behind the maps", "behind the summary", "time of a backup" })
        {
            var image = new DamagedImage();
            Cases[name].Harm(image);
            UfsChecker.Check(image.Source).Should().ContainSingle().Which.Kind.Should().Be(UfsProblemKind.Residue, name);
        }
    }

    [Fact]
    public void An_image_too_short_for_a_superblock_is_a_problem() =>
        UfsChecker.Check(new Compiler.Bytes.MemoryBytes(new byte[100])).Should().ContainSingle()
            .Which.ToString().Should().Be("the image has 100 bytes, too few for a superblock");

    [Fact]
    public void A_thousand_problems_are_enough()
    {
        var image = new DamagedImage();
        for (uint inode = 50; inode < image.Plan.Geometry.Inodes; inode++) image.SetInt(image.Inode(inode) + 8, 1);
        for (uint inode = 50; inode < image.Plan.Geometry.Inodes; inode++) image.SetShort(image.Inode(inode) + 2, 1);
        for (uint inode = 50; inode < image.Plan.Geometry.Inodes; inode++) image.SetShort(image.Inode(inode), 0x7000);
        IReadOnlyList<UfsProblem> problems = UfsChecker.Check(image.Source);
        problems.Should().HaveCount(1001);
        problems[^1].ToString().Should().MatchRegex("^[0-9]+ more problems are left out$");
    }
}
