using System.Text;

namespace ManifestLinker.Linker.Fat.Format;

/// <summary>
/// A name as every reader of FAT knows it: eight characters and three, in capitals, filled with blanks, as the 11 bytes that stand in an entry.
/// </summary>
internal static class ShortName
{
    public const int Bytes = 11, NameBytes = 8, ExtensionBytes = 3;

    private const string Signs = "$%'-_@~`!(){}^#&";

    /// <summary>Whether a short name may hold <paramref name="unit"/>. Others may, too, in a code page that nobody can know.</summary>
    public static bool Holds(char unit) => char.IsAsciiLetterUpper(unit) || char.IsAsciiDigit(unit) || Signs.Contains(unit, StringComparison.Ordinal);

    /// <summary>The bytes of <paramref name="name"/>; null where it is no short name as it is.</summary>
    public static byte[]? Of(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        string first = dot < 0 ? name : name[..dot], second = dot < 0 ? "" : name[(dot + 1)..];
        bool isShort = first.Length is > 0 and <= NameBytes && second.Length <= ExtensionBytes && (dot < 0 || second.Length > 0)
            && first.All(Holds) && second.All(Holds);
        return isShort ? Join(first, second) : null;
    }

    /// <summary>The bytes of the two parts of a short name.</summary>
    public static byte[] Join(string name, string extension) =>
        Encoding.ASCII.GetBytes(name.PadRight(NameBytes) + extension.PadRight(ExtensionBytes));

    /// <summary>The number by which the pieces of a long name know the short one that they belong to.</summary>
    public static byte Checksum(ReadOnlySpan<byte> name)
    {
        byte sum = 0;
        foreach (byte letter in name) sum = (byte)(((sum & 1) << 7) + (sum >> 1) + letter);
        return sum;
    }
}
