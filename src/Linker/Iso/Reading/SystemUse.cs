using System.Buffers.Binary;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>An entry of a system use area: what it is, and its content.</summary>
/// <param name="Signature">One of <see cref="RockRidgeSignature"/>, or something unknown.</param>
/// <param name="Content">What follows the signature, length and version.</param>
internal readonly record struct SystemUseEntry(int Signature, ReadOnlyMemory<byte> Content);

/// <summary>Reads the entries in the system use areas of records (SUSP 1.12), also where they go on elsewhere.</summary>
/// <param name="volume">What the records are from.</param>
/// <param name="skip">Bytes of each area that belong to something else.</param>
internal sealed class SystemUse(IsoVolume volume, int skip)
{
    // As many as Linux follows.
    private const int MostAreas = 32;
    private const int Head = 4;
    private const int XaBytes = 14;

    // The content of SP, of CE (three numbers in both byte orders), and of ER before its texts.
    private const int UsedBytes = 3, ContinuationBytes = 24, ExtensionHead = 4;

    // What Rock Ridge was called before and after it became a standard, and what some wrote.
    private static readonly byte[][] RockRidgeNames = ["RRIP_1991A"u8.ToArray(), "IEEE_P1282"u8.ToArray(), "IEEE_1282"u8.ToArray()];

    /// <summary>How to read the areas of <paramref name="volume"/>; null where it has no Rock Ridge. <paramref name="top"/> is the top directory's own record.</summary>
    public static SystemUse? Detect(IsoVolume volume, DirectoryRecord top)
    {
        foreach (int at in (int[])[0, XaBytes])
        {
            if (top.SystemUse.Length < at + Head + UsedBytes) continue;
            ReadOnlySpan<byte> first = top.SystemUse.Span[at..];
            if (SignatureOf(first) != RockRidgeSignature.Used || first[4] != 0xbe || first[5] != 0xef) continue;
            var found = new SystemUse(volume, first[6]);
            SystemUseEntry[] entries = [.. found.EntriesFrom(top.SystemUse[at..], "the top directory")];
            byte[][] extensions = [.. entries.Where(entry => entry.Signature == RockRidgeSignature.Extension).Select(NameOf)];
            // Some writers use it without saying so.
            bool isUsed = extensions.Length == 0 || extensions.Any(name => RockRidgeNames.Any(known => known.AsSpan().SequenceEqual(name)));
            return isUsed ? found : null;
        }
        return null;
    }

    /// <summary>The entries of <paramref name="record"/>, of a thing that messages call <paramref name="what"/>.</summary>
    public IEnumerable<SystemUseEntry> Of(DirectoryRecord record, string what) =>
        EntriesFrom(record.SystemUse.Length > skip ? record.SystemUse[skip..] : default, what);

    private IEnumerable<SystemUseEntry> EntriesFrom(ReadOnlyMemory<byte> area, string what)
    {
        for (int areas = 0; areas < MostAreas; areas++)
        {
            ReadOnlyMemory<byte>? next = null;
            while (area.Length >= Head && area.Span[0] != 0)
            {
                int length = area.Span[2];
                if (length < Head || length > area.Length) throw BrokenImage.Because($"{what} has a broken entry in its system use area");
                var entry = new SystemUseEntry(SignatureOf(area.Span), area[Head..length]);
                if (entry.Signature == RockRidgeSignature.Stop) break;
                if (entry.Signature == RockRidgeSignature.Continuation && entry.Content.Length >= ContinuationBytes) next = entry.Content;
                else yield return entry;
                area = area[length..];
            }
            if (next is not { } place) yield break;
            area = Continued(place.Span, what);
        }
        throw BrokenImage.Because($"{what} has a system use area in more than {MostAreas} pieces, or in a loop");
    }

    private byte[] Continued(ReadOnlySpan<byte> place, string what)
    {
        uint block = BinaryPrimitives.ReadUInt32LittleEndian(place);
        uint offset = BinaryPrimitives.ReadUInt32LittleEndian(place[8..]);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(place[16..]);
        if (length > IsoFormat.Sector) throw BrokenImage.Because($"{what} has a system use area that goes on with {length} bytes");
        return volume.ReadTable(block, offset, (int)length, $"the system use area of {what}");
    }

    private static int SignatureOf(ReadOnlySpan<byte> entry) => (entry[0] << 8) | entry[1];

    // Lengths of the name, a description and a source, a version, and then these three.
    private static byte[] NameOf(SystemUseEntry extension)
    {
        ReadOnlySpan<byte> content = extension.Content.Span;
        return content.Length > ExtensionHead && content.Length >= ExtensionHead + content[0] ? content.Slice(ExtensionHead, content[0]).ToArray() : [];
    }
}
