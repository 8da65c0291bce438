using System.Text;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Linker.Platform.Transforms;

/// <summary>Who is named in the release file: the system, and who has the copyright.</summary>
public sealed record ReleaseNames(string Name, string Owner)
{
    /// <summary>What build_live of smartos-live says.</summary>
    public static readonly ReleaseNames SmartOs = new("SmartOS", "Edgecast Cloud LLC.");
}

/// <summary>The step that writes what is shown as the release of the platform, as build_live does; the year is that of the stamp, not of the clock.</summary>
public static class ReleaseFile
{
    /// <summary>Writes <paramref name="place"/>, with mode 0644 and owner root where no manifest says otherwise.</summary>
    public static ImageTransform Write(ImagePath place, ReleaseNames names, BuildStamp stamp, string gitStatus) => new(
        "write the release",
        image => image.WithContent(place, Encoding.UTF8.GetBytes(Text(names, stamp, gitStatus)), stamp.Seconds));

    /// <summary>The text.</summary>
    public static string Text(ReleaseNames names, BuildStamp stamp, string gitStatus) =>
        $"{new string(' ', 21)}{names.Name} {stamp.Text} x86_64\n"
        + $"{new string(' ', 20)}Copyright {stamp.Text[..4]} {names.Owner}\n"
        + "\n"
        + "  Built with the following components:\n"
        + "\n"
        + gitStatus;
}
