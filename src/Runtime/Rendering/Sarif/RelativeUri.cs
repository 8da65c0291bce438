using System.Globalization;
using System.Text;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Rendering.Sarif;

/// <summary>File names as relative references (RFC 3986, section 4.2).</summary>
internal static class RelativeUri
{
    // What a path segment may hold besides letters and digits (pchar), but no colon: in the first segment it would end a scheme.
    private const string Unescaped = "-._~!$&'()*+,;=@/";

    /// <summary>
    /// The reference to the file called <paramref name="name"/>: its bytes, with all that is not plain in a URI as <c>%XX</c>; bytes
    /// that are not UTF-8 as well, so that the name can be had back.
    /// </summary>
    public static string Of(string name)
    {
        var uri = new StringBuilder(name.Length);
        foreach (byte unit in EscapedUtf8.Encode(name))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || Unescaped.Contains((char)unit, StringComparison.Ordinal)) uri.Append((char)unit);
            else uri.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
        }
        return uri.ToString();
    }
}
