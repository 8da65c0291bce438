using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Tar;

/// <summary>
/// The members of an archive, in order: old, ustar, GNU and pax headers, with what extended headers say already applied. An
/// <see cref="InvalidDataException"/> says what is broken, and where.
/// </summary>
internal static class TarMembers
{
    // Extended headers hold names and a few numbers.
    private const int MaxExtension = 1 << 20;

    /// <summary>Reads <paramref name="tar"/> up to its end mark.</summary>
    public static IEnumerable<(TarMember Member, ByteSource Content)> Of(ByteSource tar)
    {
        var extension = new Extension(PaxRecords.None, PaxRecords.None, null, null);
        var header = new byte[TarFormat.Block];
        for (long at = 0; ;)
        {
            if (tar.Length - at < TarFormat.Block) throw new InvalidDataException("the archive ends without an end mark");
            tar.Read(at, header);
            if (!header.AsSpan().ContainsAnyExcept((byte)0)) yield break;
            CheckSum(header, at);
            char type = (char)header[TarFormat.Type];
            if (type is 'L' or 'K' or 'x' or 'X' or 'g')
            {
                byte[] content = ReadExtension(tar, header, at);
                extension = extension.With(type, content);
                at += TarFormat.Block + TarFormat.Padded(content.Length);
                continue;
            }
            TarMember member = Located(() => Parse(header, extension), at);
            long body = at + TarFormat.Block;
            ByteSource data;
            if (type == 'S')
            {
                List<SparseRange> ranges = [];
                long realSize = 0;
                body += Located(() => SparseMap.ReadOldGnu(tar, at, out ranges, out realSize), at);
                ByteSource stored = Body(tar, body, member.Size);
                data = Located(() => new SparseBytes(stored, ranges, realSize), at);
            }
            else
            {
                ByteSource stored = Body(tar, body, member.Size);
                data = Located(() => SparseMap.Apply(extension.Records, stored), at);
            }
            yield return (member, data);
            extension = extension.Next();
            at = body + TarFormat.Padded(member.Size);
        }
    }

    private static TarMember Parse(ReadOnlySpan<byte> header, Extension extension)
    {
        PaxRecords records = extension.Records;
        bool isUstar = header[TarFormat.Magic].SequenceEqual(TarFormat.UstarMagic);
        string name = Text(header[TarFormat.Name]);
        string prefix = isUstar ? Text(header[TarFormat.Prefix]) : "";
        char type = (char)header[TarFormat.Type];
        long size = records["size"] is { } stated ? TarNumber.ReadDecimal(stated, "size") : TarNumber.Read(header[TarFormat.Size], "size");
        if (size < 0) throw new InvalidDataException("the size is negative");
        // Only files have content; some writers state the size of what a hard link points to, or of a directory.
        if (type is '2' or '3' or '4' or '5' or '6' || (type == '1' && records["size"] is null)) size = 0;
        return new TarMember
        {
            Name = records["GNU.sparse.name"] ?? records["path"] ?? extension.LongName ?? (prefix.Length == 0 ? name : $"{prefix}/{name}"),
            Type = type,
            Permissions = (int)TarNumber.Read(header[TarFormat.Mode], "mode") & 0xfff,
            Uid = Id(header[TarFormat.Uid], records["uid"], "uid"),
            Gid = Id(header[TarFormat.Gid], records["gid"], "gid"),
            Modified = records["mtime"] is { } time ? TarNumber.ReadDecimal(time, "time") : TarNumber.Read(header[TarFormat.Modified], "time"),
            Size = size,
            Link = records["linkpath"] ?? extension.LongLink ?? Text(header[TarFormat.Link]),
            Device = type is '3' or '4'
                ? new DeviceNumber(Id(header[TarFormat.DeviceMajor], null, "device"), Id(header[TarFormat.DeviceMinor], null, "device"))
                : default,
        };
    }

    private static uint Id(ReadOnlySpan<byte> field, string? stated, string what)
    {
        long id = stated is null ? TarNumber.Read(field, what) : TarNumber.ReadDecimal(stated, what);
        return id is >= 0 and <= uint.MaxValue ? (uint)id : throw new InvalidDataException($"the {what} {id} has more than 32 bits");
    }

    private static string Text(ReadOnlySpan<byte> field)
    {
        int end = field.IndexOf((byte)0);
        return EscapedUtf8.Decode(end < 0 ? field : field[..end]);
    }

    private static void CheckSum(ReadOnlySpan<byte> header, long at)
    {
        long stated = TarNumber.Read(header[TarFormat.Checksum], $"checksum of the header at {at}");
        int sum = TarFormat.ChecksumOf(header);
        // Some old writers summed signed bytes.
        int signed = sum;
        foreach (byte part in header[..148]) signed -= part > 127 ? 256 : 0;
        foreach (byte part in header[156..]) signed -= part > 127 ? 256 : 0;
        if (stated != sum && stated != signed) throw new InvalidDataException($"the block at {at} is no header: its checksum is wrong");
    }

    private static byte[] ReadExtension(ByteSource tar, byte[] header, long at)
    {
        long size = Located(() => TarNumber.Read(header.AsSpan()[TarFormat.Size], "size"), at);
        if (size is < 0 or > MaxExtension) throw new InvalidDataException($"the extended header at {at} has {size} bytes, more than {MaxExtension}");
        return Body(tar, at + TarFormat.Block, size).ToArray();
    }

    private static ByteSource Body(ByteSource tar, long at, long size)
    {
        if (size > tar.Length - at) throw new InvalidDataException($"the archive ends within the content at {at}");
        return tar.Slice(at, size);
    }

    private static T Located<T>(Func<T> read, long at)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"the member at {at} is damaged: {e.Message}", e);
        }
    }

    /// <summary>What members before a member say about it: records for all and for this one, and long names.</summary>
    private sealed record Extension(PaxRecords Global, PaxRecords Own, string? LongName, string? LongLink)
    {
        public PaxRecords Records { get; } = Global.With(Own);

        public Extension With(char type, byte[] content) => type switch
        {
            'L' => new Extension(Global, Own, Text(content), LongLink),
            'K' => new Extension(Global, Own, LongName, Text(content)),
            'g' => new Extension(Global.With(PaxRecords.Parse(content)), Own, LongName, LongLink),
            _ => new Extension(Global, PaxRecords.Parse(content), LongName, LongLink),
        };

        public Extension Next() => new(Global, PaxRecords.None, null, null);
    }
}
