using System.Globalization;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Linker.Ufs;

/// <summary>The tree does not fit into a file system of the size asked for.</summary>
public sealed class UfsShortage : UfsResult
{
    internal UfsShortage()
    {
    }

    /// <summary>Bytes of a block.</summary>
    public required int BlockSize { get; init; }

    /// <summary>Blocks that the tree takes: contents, directories and indirect blocks, tails packed.</summary>
    public required long BlocksNeeded { get; init; }

    /// <summary>Blocks that the file system has for them.</summary>
    public required long BlocksAvailable { get; init; }

    /// <summary>Inodes that the tree takes, the two reserved ones included.</summary>
    public required long InodesNeeded { get; init; }

    /// <summary>Inodes that the file system has.</summary>
    public required long InodesAvailable { get; init; }

    /// <summary>
    /// The ten directories with the most bytes in and below them, a file with several names counted at the first, by
    /// falling size; the top directory is left out.
    /// </summary>
    public required IReadOnlyList<(ImagePath Path, long Bytes)> LargestDirectories { get; init; }

    /// <summary><see cref="BlocksNeeded"/> in bytes.</summary>
    public long BytesNeeded => BlocksNeeded * BlockSize;

    /// <summary><see cref="BlocksAvailable"/> in bytes.</summary>
    public long BytesAvailable => BlocksAvailable * BlockSize;

    /// <summary>One sentence: what is needed, what there is.</summary>
    public override string ToString()
    {
        var lacks = new List<string>();
        if (BlocksNeeded > BlocksAvailable)
            lacks.Add(string.Create(CultureInfo.InvariantCulture, $"{BlocksNeeded} blocks of {BlockSize} bytes are needed and {BlocksAvailable} available"));
        if (InodesNeeded > InodesAvailable)
            lacks.Add(string.Create(CultureInfo.InvariantCulture, $"{InodesNeeded} inodes are needed and {InodesAvailable} available"));
        return string.Join("; ", lacks);
    }
}
