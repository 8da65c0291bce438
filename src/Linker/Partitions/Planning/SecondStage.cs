using System.Buffers.Binary;
using System.Globalization;

namespace ManifestLinker.Linker.Partitions;

/// <summary>
/// The second stage of the loader for a BIOS (gptzfsboot), which finds the root by what is written into it: the first sector of the root takes the place of two
/// addresses of its multiboot header that nobody needs (illumos <c>installboot</c>).
/// </summary>
internal static class SecondStage
{
    private const uint Magic = 0x1BADB002;
    private const int HeaderBytes = 32, Alignment = 4, RootSector = 24;

    /// <summary>Why <paramref name="program"/> cannot be it, a sentence without a full stop; null where it can.</summary>
    public static string? WhyNot(ReadOnlySpan<byte> program, long room)
    {
        if (program.Length > room) return string.Create(CultureInfo.InvariantCulture, $"the second stage has {program.Length} bytes, and its slice has room for {room}");
        return FindHeader(program) < 0 ? "the second stage has no multiboot header, so that it cannot be told where the root is" : null;
    }

    /// <summary>A copy of <paramref name="program"/>, which <see cref="WhyNot"/> has nothing against, that knows where the root begins.</summary>
    public static byte[] Patched(ReadOnlySpan<byte> program, long rootSector)
    {
        byte[] patched = program.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(patched.AsSpan(FindHeader(program) + RootSector), rootSector);
        return patched;
    }

    // It is the first whose three numbers make zero together.
    private static int FindHeader(ReadOnlySpan<byte> program)
    {
        for (int at = 0; at + HeaderBytes <= program.Length; at += Alignment)
        {
            uint magic = Number(program, at);
            if (magic == Magic && unchecked(magic + Number(program, at + 4) + Number(program, at + 8)) == 0) return at;
        }
        return -1;
    }

    private static uint Number(ReadOnlySpan<byte> program, int at) => BinaryPrimitives.ReadUInt32LittleEndian(program[at..]);
}
