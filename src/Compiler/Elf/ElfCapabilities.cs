namespace ManifestLinker.Compiler.Elf;

/// <summary>
/// What an object demands of the machine before it is loaded: the bits of <c>CA_SUNW_HW_1</c>, <c>CA_SUNW_HW_2</c> and <c>CA_SUNW_SF_1</c>
/// (<c>usr/src/uts/common/sys/elf.h</c>, <c>sys/auxv_386.h</c>).
/// </summary>
public sealed record ElfCapabilities(ulong Hardware1, ulong Hardware2, ulong Software1)
{
    private const int MostEntries = 1024;

    /// <summary>
    /// The capabilities in the table at <paramref name="place"/>: those of the object are the first group, which an empty entry ends; the
    /// groups behind it are of single symbols.
    /// </summary>
    internal static ElfCapabilities Read(ElfFile file, ElfPlace place)
    {
        if (!file.Holds(place.Offset, place.Size)) file.Fault("the capabilities lie outside the file");
        int entrySize = file.Format.DynamicSize;
        byte[] bytes = file.Bytes(place.Offset, file.Within(place.Offset, place.Size, MostEntries * entrySize));
        var found = new ElfCapabilities(0, 0, 0);
        for (int at = 0; at + entrySize <= bytes.Length; at += entrySize)
        {
            ulong value = file.Format.Address(bytes, at + file.Format.Wide);
            switch (file.Format.Address(bytes, at))
            {
                case 0:
                    return found;
                case 1:
                    found = found with { Hardware1 = value };
                    break;
                case 2:
                    found = found with { Software1 = value };
                    break;
                case 3:
                    found = found with { Hardware2 = value };
                    break;
            }
        }
        return found;
    }
}
