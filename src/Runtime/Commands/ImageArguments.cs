using System.CommandLine;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Linker.Open;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Commands;

/// <summary>The argument and option of the commands that look inside an image.</summary>
internal sealed class ImageArguments
{
    private readonly Argument<string> image = new("IMAGE")
    {
        Description = "A UFS image, a boot archive, a usr.lgz, a platform directory or .tgz, an ISO, USB or FAT image, or a plain directory; each of them also as .gz.",
    };

    private readonly Option<bool> raw = new("--raw")
    {
        Description = "Take IMAGE as it is: a platform or a medium as a directory, a boot archive without the /usr in it.",
    };

    private readonly ImageLimit limit = new();

    public void AddTo(Command command)
    {
        command.Add(image);
        command.Add(raw);
        limit.AddTo(command);
    }

    /// <summary>The image, as it was named.</summary>
    public string Of(ParseResult options) => options.GetValue(image)!;

    /// <summary>Opens the image.</summary>
    public OpenedImage Open(ParseResult options, Invocation invocation) =>
        Opener(invocation, IsRaw(options), limit.Of(options)).Open(Of(options), invocation.Cancel);

    /// <summary>How large the image may be, in bytes.</summary>
    public long Limit(ParseResult options) => limit.Of(options);

    /// <summary>Whether the image is taken as it is.</summary>
    public bool IsRaw(ParseResult options) => options.GetValue(raw);

    /// <summary>
    /// What opens images for <paramref name="invocation"/>; the outermost thing as it is where they are to be <paramref name="raw"/>. One that holds
    /// more than <paramref name="most"/> bytes is refused.
    /// </summary>
    public static ImageOpener Opener(Invocation invocation, bool raw, long most = ImageLimit.Default) =>
        new(invocation.Host, SmartOs.Profile, () => Spool(invocation), raw, most, note => invocation.Error.WriteLine($"mlc: {VisibleText.Of(note)}"));

    /// <summary>An empty file without a name that outlives the run, which an archive is unpacked into.</summary>
    public static Stream Spool(Invocation invocation)
    {
        string path = invocation.Host.Files.Path.Combine(invocation.Host.Files.Path.GetTempPath(), invocation.Host.Files.Path.GetRandomFileName());
        return invocation.Host.Files.FileStream.New(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        });
    }
}
