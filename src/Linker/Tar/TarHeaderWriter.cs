using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Linker.Tar;

/// <summary>
/// Writes headers: ustar, which every tar reads, where the member fits into that, and otherwise GNU's form, whose long names
/// stand in members of their own before it.
/// </summary>
internal static class TarHeaderWriter
{
    private const string LongName = "././@LongLink";

    /// <summary>Writes the header blocks for <paramref name="member"/> and gives their length in bytes.</summary>
    public static long Write(TarMember member, Stream output)
    {
        byte[] name = EscapedUtf8.Encode(member.Name);
        byte[] link = EscapedUtf8.Encode(member.Link);
        Span<byte> block = stackalloc byte[TarFormat.Block];
        if (FitsUstar(member, link.Length) && SplitName(name, out int prefix))
        {
            Fill(block, member, TarFormat.UstarMagic);
            name.AsSpan(0, prefix).CopyTo(block[TarFormat.Prefix]);
            name.AsSpan(prefix == 0 ? 0 : prefix + 1).CopyTo(block[TarFormat.Name]);
            link.CopyTo(block[TarFormat.Link]);
            Finish(block, output);
            return TarFormat.Block;
        }
        long length = TarFormat.Block;
        if (link.Length > Width(TarFormat.Link)) length += WriteLong('K', link, output);
        if (name.Length > Width(TarFormat.Name)) length += WriteLong('L', name, output);
        Fill(block, member, TarFormat.GnuMagic);
        CopyStart(name, block[TarFormat.Name]);
        CopyStart(link, block[TarFormat.Link]);
        if (member.Ranges is { } ranges) SparseMapWriter.Begin(block, ranges, member.RealSize);
        Finish(block, output);
        return length + (member.Ranges is { } all ? SparseMapWriter.Continue(all, output) : 0);
    }

    private static bool FitsUstar(TarMember member, int link) =>
        member.Ranges is null
        && link <= Width(TarFormat.Link)
        && TarNumber.FitsOctal(member.Uid, Width(TarFormat.Uid))
        && TarNumber.FitsOctal(member.Gid, Width(TarFormat.Gid))
        && TarNumber.FitsOctal(member.Size, Width(TarFormat.Size))
        && TarNumber.FitsOctal(member.Modified, Width(TarFormat.Modified))
        && TarNumber.FitsOctal(member.Device.Major, Width(TarFormat.DeviceMajor))
        && TarNumber.FitsOctal(member.Device.Minor, Width(TarFormat.DeviceMinor));

    /// <summary>Finds the length of the prefix, 0 for none, with which a name fits; the slash behind the prefix is not written.</summary>
    private static bool SplitName(ReadOnlySpan<byte> name, out int prefix)
    {
        prefix = 0;
        int room = Width(TarFormat.Name);
        if (name.Length <= room) return true;
        int first = name.Length - room - 1;
        int slash = name[first..^1].IndexOf((byte)'/');
        prefix = first + slash;
        return slash >= 0 && prefix > 0 && prefix <= Width(TarFormat.Prefix);
    }

    private static long WriteLong(char type, byte[] text, Stream output)
    {
        Span<byte> block = stackalloc byte[TarFormat.Block];
        var carrier = new TarMember { Name = LongName, Type = type, Size = text.Length + 1 };
        Fill(block, carrier, TarFormat.GnuMagic);
        EscapedUtf8.Encode(LongName).CopyTo(block);
        Finish(block, output);
        // The content ends with a NUL, and padding is NULs.
        var content = new byte[TarFormat.Padded(text.Length + 1)];
        text.CopyTo(content, 0);
        output.Write(content);
        return TarFormat.Block + content.Length;
    }

    private static void Fill(Span<byte> block, TarMember member, ReadOnlySpan<byte> magic)
    {
        block.Clear();
        TarNumber.Write(block[TarFormat.Mode], member.Permissions);
        TarNumber.Write(block[TarFormat.Uid], member.Uid);
        TarNumber.Write(block[TarFormat.Gid], member.Gid);
        TarNumber.Write(block[TarFormat.Size], member.Size);
        TarNumber.Write(block[TarFormat.Modified], member.Modified);
        block[TarFormat.Type] = (byte)member.Type;
        magic.CopyTo(block[TarFormat.Magic]);
        // A name that does not fit with a NUL behind it is left out; the number says the same.
        byte[] user = EscapedUtf8.Encode(member.UserName);
        byte[] group = EscapedUtf8.Encode(member.GroupName);
        if (user.Length < Width(TarFormat.UserName)) user.CopyTo(block[TarFormat.UserName]);
        if (group.Length < Width(TarFormat.GroupName)) group.CopyTo(block[TarFormat.GroupName]);
        TarNumber.Write(block[TarFormat.DeviceMajor], member.Device.Major);
        TarNumber.Write(block[TarFormat.DeviceMinor], member.Device.Minor);
    }

    private static void Finish(Span<byte> block, Stream output)
    {
        Span<byte> checksum = block[TarFormat.Checksum];
        TarNumber.Write(checksum[..7], TarFormat.ChecksumOf(block));
        checksum[7] = (byte)' ';
        output.Write(block);
    }

    private static void CopyStart(byte[] text, Span<byte> field) => text.AsSpan(0, Math.Min(text.Length, field.Length)).CopyTo(field);

    private static int Width(Range field) => field.End.Value - field.Start.Value;
}
