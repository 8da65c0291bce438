namespace ManifestLinker.Linker.Iso.Format;

/// <summary>
/// The two letters that entries of the system use area begin with, the first in the high byte (SUSP 1.12, IEEE P1281, and RRIP 1.12, IEEE P1282).
/// A length, a version and the content follow.
/// </summary>
internal static class RockRidgeSignature
{
    /// <summary>SUSP is in use; CD-ROM XA has 14 bytes before it.</summary>
    public const int Used = 'S' << 8 | 'P';

    /// <summary>The entries go on elsewhere.</summary>
    public const int Continuation = 'C' << 8 | 'E';

    /// <summary>Which extension is in use.</summary>
    public const int Extension = 'E' << 8 | 'R';

    /// <summary>The end of the entries.</summary>
    public const int Stop = 'S' << 8 | 'T';

    /// <summary>Mode, links, owner, group, and a serial number.</summary>
    public const int Attributes = 'P' << 8 | 'X';

    /// <summary>The numbers of a device.</summary>
    public const int Device = 'P' << 8 | 'N';

    /// <summary>The text of a symbolic link.</summary>
    public const int Link = 'S' << 8 | 'L';

    /// <summary>The name, or more of it.</summary>
    public const int Name = 'N' << 8 | 'M';

    /// <summary>Times.</summary>
    public const int Times = 'T' << 8 | 'F';

    /// <summary>The directory of this name lies elsewhere, because it would lie too deep.</summary>
    public const int ChildLink = 'C' << 8 | 'L';

    /// <summary>This directory belongs elsewhere.</summary>
    public const int Relocated = 'R' << 8 | 'E';

    /// <summary>The file has holes, and is stored without them.</summary>
    public const int Sparse = 'S' << 8 | 'F';

    /// <summary>The file is compressed, as mkzftree does it.</summary>
    public const int Compressed = 'Z' << 8 | 'F';
}
