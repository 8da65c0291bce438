using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>
/// Entries of one record, and where they have a place: as many as fit stand in the record, the others in areas elsewhere, each of which says where
/// the next one is (SUSP 1.12, 5.1).
/// </summary>
internal sealed class EntryAreas
{
    private const int LinkBytes = 4 + (3 * BothOrders.Bytes32);

    // Each is what stands in one place, without the entry that says where it goes on.
    private readonly List<List<byte>> areas = [];
    private readonly (uint Block, int Offset)[] places;

    /// <summary>Divides <paramref name="entries"/>; <paramref name="room"/> bytes are left in the record.</summary>
    public EntryAreas(IEnumerable<byte[]> entries, int room)
    {
        byte[][] all = [.. entries];
        int left = all.Sum(entry => entry.Length);
        var area = new List<byte>();
        foreach (byte[] entry in all)
        {
            // The last area needs no room for saying where it goes on.
            bool isLast = area.Count + left <= room;
            if (!isLast && area.Count + entry.Length > room - LinkBytes)
            {
                areas.Add(area);
                area = [];
                room = IsoFormat.Sector;
            }
            area.AddRange(entry);
            left -= entry.Length;
        }
        areas.Add(area);
        places = new (uint, int)[areas.Count];
    }

    /// <summary>Bytes in the record.</summary>
    public int Inline => BytesOf(0);

    /// <summary>The areas outside the record, by number.</summary>
    public IEnumerable<int> Outside => Enumerable.Range(1, areas.Count - 1);

    /// <summary>Bytes of an area; 0 is the record.</summary>
    public int BytesOf(int area) => areas[area].Count + (area + 1 < areas.Count ? LinkBytes : 0);

    /// <summary>Says where an area lies.</summary>
    public void Place(int area, uint block, int offset) => places[area] = (block, offset);

    /// <summary>Where an area lies in the image, in bytes.</summary>
    public long OffsetOf(int area) => (places[area].Block * (long)IsoFormat.Sector) + places[area].Offset;

    /// <summary>The bytes of an area, once all have a place.</summary>
    public byte[] Write(int area)
    {
        if (area + 1 == areas.Count) return [.. areas[area]];
        var link = new byte[3 * BothOrders.Bytes32];
        BothOrders.Write32(link, places[area + 1].Block);
        BothOrders.Write32(link.AsSpan(BothOrders.Bytes32), (uint)places[area + 1].Offset);
        BothOrders.Write32(link.AsSpan(2 * BothOrders.Bytes32), (uint)BytesOf(area + 1));
        return [.. areas[area], .. RockRidgeEntries.Entry(RockRidgeSignature.Continuation, link)];
    }
}
