using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>What the entries of Rock Ridge say about one record (RRIP 1.12). What is null is not said.</summary>
internal sealed class RockRidge
{
    private const int ShortAttributes = 32, LongAttributes = 40, DeviceBytes = 16, BlockBytes = 8;
    private const byte NameIsSpecial = 0x06, TimesAreLong = 0x80, HasCreation = 0x01, HasModification = 0x02;
    private const int LongestName = 255;

    private readonly List<byte> name = [];
    private readonly string what;
    private LinkText? link;

    /// <summary>Takes <paramref name="entries"/> of a thing that messages call <paramref name="what"/>.</summary>
    public RockRidge(IEnumerable<SystemUseEntry> entries, string what)
    {
        this.what = what;
        foreach (SystemUseEntry entry in entries) Take(entry.Signature, entry.Content.Span);
    }

    /// <summary>The name; empty where none is given.</summary>
    public ReadOnlySpan<byte> Name => CollectionsMarshal.AsSpan(name);

    /// <summary>The text of a symbolic link.</summary>
    public string? Target => link?.ToString();

    /// <summary>The whole mode, with the type of the file.</summary>
    public uint? Mode { get; private set; }

    public uint Links { get; private set; } = 1;

    public uint Uid { get; private set; }

    public uint Gid { get; private set; }

    /// <summary>A number that all names of one file have in common; 0 where none is given.</summary>
    public uint Serial { get; private set; }

    public DeviceNumber Device { get; private set; }

    /// <summary>In seconds since 1970 UTC.</summary>
    public long? Modified { get; private set; }

    /// <summary>The block where the directory lies that belongs here.</summary>
    public uint? Elsewhere { get; private set; }

    /// <summary>Whether this is a directory that belongs elsewhere.</summary>
    public bool BelongsElsewhere { get; private set; }

    /// <summary>The length of a file that is not stored as it is, and how it is stored.</summary>
    public (ulong Length, string Why)? Encoded { get; private set; }

    private void Take(int signature, ReadOnlySpan<byte> content)
    {
        switch (signature)
        {
            case RockRidgeSignature.Attributes when content.Length >= ShortAttributes:
                Mode = Number(content, 0);
                Links = Number(content, 8);
                Uid = Number(content, 16);
                Gid = Number(content, 24);
                // The last number came with 1.12.
                Serial = content.Length >= LongAttributes ? Number(content, 32) : 0;
                break;
            case RockRidgeSignature.Device when content.Length >= DeviceBytes:
                Device = DeviceOf(Number(content, 0), Number(content, 8));
                break;
            case RockRidgeSignature.Name when content.Length >= 1 && (content[0] & NameIsSpecial) == 0:
                name.AddRange(content[1..]);
                if (name.Count > LongestName) throw BrokenImage.Because($"{what} has a name of more than {LongestName} bytes");
                break;
            case RockRidgeSignature.Link:
                (link ??= new LinkText(what)).Add(content);
                break;
            case RockRidgeSignature.Times when content.Length >= 1:
                Modified = ModificationIn(content) ?? Modified;
                break;
            case RockRidgeSignature.ChildLink when content.Length >= BlockBytes:
                Elsewhere = Number(content, 0);
                break;
            case RockRidgeSignature.Relocated:
                BelongsElsewhere = true;
                break;
            case RockRidgeSignature.Sparse:
                Encoded = (content.Length >= DeviceBytes ? (ulong)Number(content, 0) << 32 | Number(content, 8) : 0, "stored without its holes");
                break;
            case RockRidgeSignature.Compressed when content.Length >= 12:
                Encoded = (Number(content, 4), "stored compressed");
                break;
        }
    }

    // Numbers stand there twice, the low byte first and the high byte first.
    private static uint Number(ReadOnlySpan<byte> content, int at) => BinaryPrimitives.ReadUInt32LittleEndian(content[at..]);

    // Some put both numbers into the low half, as eight bits each; Linux takes it so.
    private static DeviceNumber DeviceOf(uint high, uint low) =>
        high == 0 && low > 0xff ? new(low >> 8, low & 0xff) : new(high, low);

    // Times stand in the order of the bits that say which there are.
    private static long? ModificationIn(ReadOnlySpan<byte> content)
    {
        int bytes = (content[0] & TimesAreLong) != 0 ? IsoTime.LongBytes : IsoTime.ShortBytes;
        int at = 1 + (bytes * BitOperations.PopCount((uint)content[0] & HasCreation));
        return (content[0] & HasModification) != 0 && content.Length >= at + bytes ? IsoTime.Read(content.Slice(at, bytes)) : null;
    }
}
