namespace ManifestLinker.Linker.Fat.Format;

/// <summary>
/// What bytes beyond ASCII mean in a short name: nothing says which code page it is in, and everyone takes that of the first PC (437), as Linux does.
/// </summary>
internal static class CodePage
{
    private const string UpperHalf =
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

    /// <summary>The text of <paramref name="bytes"/>.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (int i = 0; i < text.Length; i++) text[i] = bytes[i] < 0x80 ? (char)bytes[i] : UpperHalf[bytes[i] - 0x80];
        return new string(text);
    }
}
