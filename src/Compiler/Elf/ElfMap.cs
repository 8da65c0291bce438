namespace ManifestLinker.Compiler.Elf;

/// <summary>Where in the file the bytes lie that have an address when the object is loaded (<c>PT_LOAD</c>).</summary>
internal sealed class ElfMap(IReadOnlyList<ElfSegment> segments)
{
    private readonly ElfSegment[] loaded = [.. segments.Where(segment => segment.Type == ElfSegmentType.Load && segment.FileSize > 0)];

    /// <summary>Whether nothing is loaded, as of a relocatable object.</summary>
    public bool IsEmpty => loaded.Length == 0;

    /// <summary>The offset of <paramref name="address"/>, and how many bytes of its segment are left from there on; false where none of the file is loaded there.</summary>
    public bool TryFind(ulong address, out ulong offset, out ulong left)
    {
        foreach (ElfSegment segment in loaded)
        {
            ulong into = address - segment.Address;
            if (address < segment.Address || into >= segment.FileSize) continue;
            offset = segment.Offset + into;
            left = segment.FileSize - into;
            return offset >= segment.Offset;
        }
        (offset, left) = (0, 0);
        return false;
    }
}
