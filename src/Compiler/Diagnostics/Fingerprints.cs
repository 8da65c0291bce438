using System.Globalization;
using System.Text;
using K4os.Hash.xxHash;

namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>Short stable names from the parts that identify a thing.</summary>
internal static class Fingerprints
{
    /// <summary>The name of the thing that <paramref name="parts"/> identify; each part is preceded by its length, so that parts cannot run together.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (string part in parts) text.Append(part.Length).Append(':').Append(part);
        return "mlc1:" + XXH64.DigestOf(Encoding.Unicode.GetBytes(text.ToString())).ToString("x16", CultureInfo.InvariantCulture);
    }
}
