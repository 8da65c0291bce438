using System.Text;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>Text outputs as every format has them: UTF-8 without a mark, lines that end in LF.</summary>
internal static class Utf8Text
{
    /// <summary>A writer to <paramref name="output"/>, which it leaves open.</summary>
    public static StreamWriter To(Stream output) => new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 32768, leaveOpen: true)
    {
        NewLine = "\n",
    };
}
