using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Ufs.Format;

/// <summary>The 8192 bytes reserved for a superblock, and its fields.</summary>
internal sealed class Superblock(byte[] bytes)
{
    /// <summary>The byte offset of the primary superblock.</summary>
    public const int Offset = 8192;

    /// <summary>Bytes kept free for a superblock.</summary>
    public const int Reserved = 8192;

    /// <summary>Bytes that hold fields; zeros follow.</summary>
    public const int Used = 1376;

    /// <summary>What fs_magic holds.</summary>
    public const int Magic = 0x00011954;

    /// <summary>What fs_state and fs_time add up to on a file system that needs no check (FSOKAY).</summary>
    public const int Okay = 0x7c269d38;

    /// <summary>fs_clean of a file system that was unmounted (FSCLEAN).</summary>
    public const byte Clean = 1;

    /// <summary>The bit of fs_flags that says a file is longer than 2^31 - 1 bytes (FSLARGEFILES).</summary>
    public const byte LargeFiles = 1;

    /// <summary>Where fs_cstotal stands.</summary>
    public const int TotalOffset = 192;

    /// <summary>Where fs_fmod, fs_clean, fs_ronly and fs_flags stand, a byte each.</summary>
    public const int ModifiedOffset = 208, CleanOffset = 209, ReadOnlyOffset = 210, FlagsOffset = 211;

    /// <summary>Where fs_fsmnt stands: 512 bytes of the last mount point.</summary>
    public const int MountPointOffset = 212, MountPointBytes = 512;

    /// <summary>An empty superblock.</summary>
    public Superblock() : this(new byte[Reserved])
    {
    }

    /// <summary>All its bytes.</summary>
    public byte[] Bytes => bytes;

    /// <summary>The total of all groups' summaries [fs_cstotal].</summary>
    public Summary Total
    {
        get => Summary.Decode(bytes.AsSpan(TotalOffset));
        set => value.Encode(bytes.AsSpan(TotalOffset));
    }

    /// <summary>A 32-bit field.</summary>
    public int this[SuperblockField field]
    {
        get => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan((int)field));
        set => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan((int)field), value);
    }

    /// <summary>The superblock at <paramref name="offset"/>; the bytes must be there.</summary>
    public static Superblock Read(ByteSource image, long offset)
    {
        var bytes = new byte[Reserved];
        image.Read(offset, bytes);
        return new Superblock(bytes);
    }

    /// <summary>The name of a field as C has it.</summary>
    public static string NameOf(SuperblockField field) => field switch
    {
        SuperblockField.Id0 => "fs_id[0]",
        SuperblockField.Id1 => "fs_id[1]",
        SuperblockField.QbmaskHigh => "fs_qbmask (high)",
        SuperblockField.QfmaskHigh => "fs_qfmask (high)",
        _ => "fs_" + field.ToString().ToLowerInvariant(),
    };
}
