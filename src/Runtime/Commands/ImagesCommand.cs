using System.CommandLine;
using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Media;
using ManifestLinker.Linker.Output;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc images</c>: makes proforma images, which start, and wait for a platform to be copied to them.</summary>
internal sealed class ImagesCommand() : MediaCommand(
    "images",
    "Make proforma images: disk images that start, whose file system is empty. All of them in one archive, or one by itself.",
    "mlc images --boot output/boot-20260101T000000Z.tgz -o output/images-20260101T000000Z.tgz")
{
    private static readonly string[] InArchive = ["4gb", "8gb", "16gb"];

    private readonly Option<string?> proforma = ProjectOptions.Single(
        "--proforma", "SIZE", "Make only the image of this size, such as 4gb, and the map of its partitions: proto.images/SIZE.img and SIZE.partition.map.");

    private readonly Option<string?> output = ProjectOptions.Single(
        "-o", "FILE", "The archive, output/images-STAMP.tgz where it is not given; or with --proforma the image.");

    protected override void AddTo(Command command)
    {
        Inputs.AddBootTo(command);
        command.Add(proforma);
        command.Add(output);
        base.AddTo(command);
    }

    protected override string Input(ParseResult options, WorkspaceFile? workspace) => Inputs.BootGiven(options, workspace) ?? "";

    protected override Func<string>? Plan(ParseResult options, WorkspaceFile? workspace, PassReporter reporter, ICollection<Finding> findings)
    {
        string? one = options.GetValue(proforma);
        ProformaImage.Size[] sizes = [.. (one is null ? InArchive : [one]).Select(Size)];
        BootArea boot = reporter.Pass("open the boot area", 0, _ => Inputs.Boot(options, Invocation, workspace, carried: null));
        if (boot.Stamp is not { } text || !BuildStamp.TryParse(text, out BuildStamp stamp))
            throw new InvalidDataException($"{boot.Name} does not say when it was made: its etc/version/boot holds no build stamp");
        long time = Invocation.SourceDate ?? stamp.Seconds;
        var images = new List<ProformaImage>();
        foreach (ProformaImage.Size size in sizes)
        {
            if (ProformaImage.Plan(boot, size, stamp, time, findings) is { } image) images.Add(image);
        }
        if (images.Count < sizes.Length) return null;
        return one is null ? Archive(options, boot, images, time, reporter) : Single(options, images[0], time, reporter);
    }

    private static ProformaImage.Size Size(string text) => ProformaImage.Size.Parse(text)
        ?? throw new UsageException($"--proforma {text}: no size of a medium", "write 4gb, 8gb or 16gb, or a number of bytes that is a multiple of 512");

    private Func<string> Archive(ParseResult options, BootArea boot, IReadOnlyList<ProformaImage> images, long time, PassReporter reporter)
    {
        (string folder, string name) = Place(options.GetValue(output), "output", $"images-{VersionOf(boot)}.tgz");
        FileTree tree = ProformaImage.Tree(images, time);
        int jobs = Global.JobsOf(options);
        var part = new MediaFile(name, "pack the images", 0, (stream, _) => PackedImage.WriteTar(tree, stream, jobs, Invocation.Cancel));
        return () =>
        {
            MediaFiles.Write(Invocation.Host, folder, [part], time, reporter, Invocation.Cancel);
            return $"made {Shown(folder, name)}: {string.Join(", ", images.Select(image => image.ImageName))}\n";
        };
    }

    private Func<string> Single(ParseResult options, ProformaImage image, long time, PassReporter reporter)
    {
        (string folder, string name) = Place(options.GetValue(output), "proto.images", image.ImageName);
        int jobs = Global.JobsOf(options);
        string map = $"{Invocation.Host.Files.Path.GetFileNameWithoutExtension(name)}.{UsbMedium.PartitionMapName}";
        var part = new MediaFile(name, "write the image", image.Medium.Image.Length, (stream, advance) => ImageFile.WriteData(image.Medium.Image, Invocation.Host.Files, stream.Name, jobs, advance, Invocation.Cancel));
        return () =>
        {
            MediaFiles.Write(Invocation.Host, folder, [part, image.Medium.PartitionMapFile(map)], time, reporter, Invocation.Cancel);
            return string.Create(CultureInfo.InvariantCulture, $"made {Shown(folder, name)}: {image.Medium.Image.Length} bytes\n");
        };
    }

    // What stands behind "boot-" in the name of a boot tarball, with a version before the stamp if there is one.
    private string VersionOf(BootArea boot)
    {
        string name = Invocation.Host.Files.Path.GetFileName(boot.Name);
        return name.StartsWith("boot-", StringComparison.Ordinal) && name.EndsWith($"{boot.Stamp}.tgz", StringComparison.Ordinal)
            ? name["boot-".Length..^".tgz".Length]
            : boot.Stamp!;
    }
}
