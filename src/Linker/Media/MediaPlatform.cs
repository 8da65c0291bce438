using System.IO.Abstractions;
using System.Text;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Open;
using ManifestLinker.Linker.Platform;

namespace ManifestLinker.Linker.Media;

/// <summary>The platform that a medium carries: its name, its stamp, and the files below <c>platform</c>.</summary>
/// <param name="Prefix">The name, <c>platform-STAMP</c> or <c>platform-VERSION-STAMP</c>, which becomes that of the medium.</param>
/// <param name="Stamp">The stamp.</param>
/// <param name="Tree">The files, from the directory that holds <c>i86pc</c> on.</param>
public sealed record MediaPlatform(string Prefix, BuildStamp Stamp, FileTree Tree)
{
    private const string Latest = "platform-latest";
    private const int LongestStamp = 100;

    private static readonly ImagePath BootArchive = ImagePath.Parse("i86pc/amd64/boot_archive");
    private static readonly ImagePath Version = ImagePath.Parse("etc/version/platform");

    /// <summary>
    /// Opens the platform at <paramref name="path"/>: its directory, its archive, or a folder of outputs, of which it is the latest. Throws an
    /// <see cref="IOException"/> or <see cref="InvalidDataException"/> where there is none.
    /// </summary>
    public static MediaPlatform Open(string path, IHost host, ImageOpener raw, CancellationToken cancel)
    {
        string place = InOutputs(path, host.Files) ?? path;
        FileTree tree = raw.Open(place, cancel).Tree;
        if (tree.Find(BootArchive) is { Kind: FileKind.Regular }) return Of(NameOf(place, host.Files), tree, place);
        foreach (TreeEntry top in tree.Children(ImagePath.Root))
        {
            if (tree.Find(BootArchive.Below(top.Path)) is { Kind: FileKind.Regular }) return Of(top.Path.Name, tree.Below(top.Path), place);
        }
        throw new InvalidDataException($"{path} holds no platform: there is no {BootArchive} in it");
    }

    /// <summary>The platform in a folder of outputs; null where <paramref name="folder"/> is none.</summary>
    private static string? InOutputs(string folder, IFileSystem files)
    {
        string latest = files.Path.Combine(folder, Latest);
        return files.Directory.Exists(latest) ? latest : null;
    }

    // The latest platform is a link to one with a name.
    private static string NameOf(string place, IFileSystem files)
    {
        string named = place.Length > 1 ? place.TrimEnd('/') : place;
        IFileSystemInfo info = files.Directory.Exists(named) ? files.DirectoryInfo.New(named) : files.FileInfo.New(named);
        string name = files.Path.GetFileName((info.LinkTarget ?? files.Path.GetFullPath(named)).TrimEnd('/'));
        return name.EndsWith(".tgz", StringComparison.Ordinal) ? name[..^".tgz".Length] : name;
    }

    private static MediaPlatform Of(string prefix, FileTree tree, string place)
    {
        string? written = tree.Find(Version) is { Kind: FileKind.Regular, Size: < LongestStamp } file
            ? Encoding.Latin1.GetString(file.Content.ToArray()).TrimEnd('\n')
            : null;
        string text = written ?? prefix[(prefix.LastIndexOf('-') + 1)..];
        return BuildStamp.TryParse(text, out BuildStamp stamp)
            ? new MediaPlatform(prefix, stamp, tree)
            : throw new InvalidDataException(written is null
                ? $"{place} does not say when it was made: it has no {Version}, and its name does not end in a build stamp"
                : $"{place} does not say when it was made: its {Version} holds no build stamp");
    }
}
