using System.Globalization;
using System.Text;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Something in an image that should be otherwise.</summary>
/// <param name="Kind">How bad it is.</param>
/// <param name="What">One sentence without a full stop; it does not repeat the place.</param>
/// <param name="Inode">The inode it is about, if it is about one.</param>
/// <param name="Group">The cylinder group it is about, if it is about one.</param>
/// <param name="Offset">The byte offset in the image it is about, if there is one.</param>
public sealed record UfsProblem(UfsProblemKind Kind, string What, uint? Inode = null, int? Group = null, long? Offset = null)
{
    /// <summary>The place and the sentence.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Group is int group) text.Append(CultureInfo.InvariantCulture, $"group {group}: ");
        if (Inode is uint inode) text.Append(CultureInfo.InvariantCulture, $"inode {inode}: ");
        if (Offset is long offset) text.Append(CultureInfo.InvariantCulture, $"byte {offset}: ");
        return text.Append(What).ToString();
    }
}

/// <summary>How bad a problem is.</summary>
public enum UfsProblemKind
{
    /// <summary>Tables contradict each other: a check would mend it, or a kernel stumble over it.</summary>
    Damage,

    /// <summary>Bytes that nothing uses are not zeros, or copies differ where nobody looks: two images of the same tree may differ.</summary>
    Residue,
}
