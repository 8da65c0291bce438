namespace ManifestLinker.Linker.Ufs;

/// <summary>How large an image becomes.</summary>
public abstract record UfsSize
{
    private UfsSize()
    {
    }

    /// <summary>A file of <paramref name="Bytes"/> bytes with an inode for each <paramref name="BytesPerInode"/>, as newfs makes it.</summary>
    public sealed record Fixed(long Bytes, int BytesPerInode) : UfsSize;

    /// <summary>
    /// As small as the tree allows, in steps of 307200 bytes, which is a cylinder of lofi's pretended disk; with at
    /// least <paramref name="SpareBlocks"/> whole blocks and <paramref name="SpareInodes"/> inodes left free.
    /// </summary>
    public sealed record Auto(long SpareBlocks = 0, long SpareInodes = 0) : UfsSize;
}
