using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>Makes the entries of Rock Ridge for an object (RRIP 1.12).</summary>
internal static class RockRidgeEntries
{
    private const byte NameContinues = 0x01;

    // An entry has at most 255 bytes; what it begins with, and the flags, take five of them.
    private const int LongestName = 250;

    // Modification, access, and change of attributes, each in seven bytes.
    private const byte Times = 0x02 | 0x04 | 0x08;

    // Of all the names it had, the one that every reader knows.
    private static ReadOnlySpan<byte> Extension => "RRIP_1991A"u8;

    /// <summary>What the top directory says of itself: that there are such entries, and what they mean.</summary>
    public static IEnumerable<byte[]> InUse() =>
    [
        Entry(RockRidgeSignature.Used, [0xbe, 0xef, 0]),
        // No description, and no source of it, both of which are for people.
        Entry(RockRidgeSignature.Extension, [(byte)Extension.Length, 0, 0, 1, .. Extension]),
    ];

    /// <summary>Mode, links, owner, group, serial number and times.</summary>
    public static IEnumerable<byte[]> Attributes(Inode inode, int links, uint serial, IsoOptions options)
    {
        var attributes = new byte[5 * BothOrders.Bytes32];
        uint[] numbers =
        [
            (uint)(ModeBits.Of(inode.Kind) | inode.Permissions), (uint)links, options.OwnedByRoot ? 0 : inode.Uid, options.OwnedByRoot ? 0 : inode.Gid, serial,
        ];
        for (int i = 0; i < numbers.Length; i++) BothOrders.Write32(attributes.AsSpan(i * BothOrders.Bytes32), numbers[i]);
        yield return Entry(RockRidgeSignature.Attributes, attributes);

        var times = new byte[1 + (3 * IsoTime.ShortBytes)];
        times[0] = Times;
        IsoTime.WriteShort(times.AsSpan(1), options.Modified ?? inode.Modified);
        IsoTime.WriteShort(times.AsSpan(1 + IsoTime.ShortBytes), options.Time);
        IsoTime.WriteShort(times.AsSpan(1 + (2 * IsoTime.ShortBytes)), options.Time);
        yield return Entry(RockRidgeSignature.Times, times);
    }

    /// <summary>The name, and what a link or a device has besides attributes.</summary>
    public static IEnumerable<byte[]> Particulars(string name, Inode inode)
    {
        byte[] rest = EscapedUtf8.Encode(name);
        for (; rest.Length > LongestName; rest = rest[LongestName..])
            yield return Entry(RockRidgeSignature.Name, [NameContinues, .. rest[..LongestName]]);
        yield return Entry(RockRidgeSignature.Name, [0, .. rest]);
        if (inode.Kind is FileKind.BlockDevice or FileKind.CharacterDevice)
        {
            var device = new byte[2 * BothOrders.Bytes32];
            BothOrders.Write32(device, inode.Device.Major);
            BothOrders.Write32(device.AsSpan(BothOrders.Bytes32), inode.Device.Minor);
            yield return Entry(RockRidgeSignature.Device, device);
        }
        if (inode.Kind != FileKind.SymbolicLink) yield break;
        foreach (byte[] entry in LinkEntries.Of(EscapedUtf8.Encode(inode.Target))) yield return entry;
    }

    /// <summary>The bytes of an entry: two letters, its length, a version, its content.</summary>
    public static byte[] Entry(int signature, ReadOnlySpan<byte> content) =>
        [(byte)(signature >> 8), (byte)signature, (byte)(4 + content.Length), 1, .. content];
}
