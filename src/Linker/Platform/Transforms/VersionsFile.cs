using System.Text;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Linker.Platform.Transforms;

/// <summary>The step that puts the revisions of the components where the kernel debugger looks for them, with the attributes of the manifest.</summary>
public static class VersionsFile
{
    /// <summary>Writes <paramref name="gitStatus"/> to <paramref name="place"/>, which a manifest delivers.</summary>
    public static ImageTransform Write(ImagePath place, string gitStatus, long time) => new(
        "write the versions of the components",
        image => image.WithContent(place, Encoding.UTF8.GetBytes(gitStatus), time));
}
