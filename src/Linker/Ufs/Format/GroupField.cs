namespace ManifestLinker.Linker.Ufs.Format;

/// <summary>
/// The 32-bit fields of a cylinder group's descriptor by their byte offsets (illumos <c>sys/fs/ufs_fs.h: struct cg</c>),
/// named as there without the <c>cg_</c>.
/// </summary>
internal enum GroupField
{
    Link = 0,
    Magic = 4,
    Time = 8,
    Cgx = 12,
    Ndblk = 20,
    Rotor = 40,
    Frotor = 44,
    Irotor = 48,
    Btotoff = 84,
    Boff = 88,
    Iusedoff = 92,
    Freeoff = 96,
    Nextfreeoff = 100,
}
