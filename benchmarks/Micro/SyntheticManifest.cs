using System.Globalization;
using System.Text;

namespace ManifestLinker.Benchmarks;

/// <summary>A manifest of the size and shape of illumos's: 250 directories of 100 entries, mostly files.</summary>
public static class SyntheticManifest
{
    /// <summary>The text, the same in every run.</summary>
    public static string Text()
    {
        var text = new StringBuilder();
        for (int directory = 0; directory < 250; directory++)
        {
            text.Append(CultureInfo.InvariantCulture, $"d usr/share/section{directory:000} 0755 root bin\n");
            for (int entry = 0; entry < 100; entry++)
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"usr/share/section{directory:000}/object-{entry:00}.1");
                text.Append(entry % 4 == 3
                    ? string.Create(CultureInfo.InvariantCulture, $"s {path}=object-{entry - 1:00}.1\n")
                    : $"f {path} 0444 root bin\n");
            }
        }
        return text.Insert(0, "d usr 0755 root sys\nd usr/share 0755 root sys\n").ToString();
    }
}
