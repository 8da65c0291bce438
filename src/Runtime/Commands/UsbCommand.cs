using System.CommandLine;
using System.Globalization;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Media;
using ManifestLinker.Linker.Output;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc usb</c>: makes the image of a USB stick that starts a platform.</summary>
internal sealed class UsbCommand() : MediaCommand(
    "usb",
    "Make a disk image for a USB stick that starts a platform, by BIOS and by UEFI.",
    "mlc usb output --boot output/boot-20260101T000000Z.tgz --console ttyb --size 4gb")
{
    private readonly Option<string?> size = ProjectOptions.Single(
        "--size", "SIZE", $"The size of the image: {MediumSize.DefaultWord} (where it is not given), 4gb, 8gb, or a number of bytes.");

    private readonly Option<string?> output = ProjectOptions.Single(
        "-o", "FILE", "The image; output-usb/PLATFORM.usb.gz where it is not given. The file partition.map is written beside it.");

    private readonly Option<bool> noCompress = new("--no-compress") { Description = "Write the image as it is, with holes where it is empty." };

    private readonly Option<bool> vmware = new("--vmware")
    {
        Description = "Pack the image and the descriptor of a virtual disk into one archive instead: output-vmware/SMARTOS.vmwarevm.tar.gz.",
    };

    protected override void AddTo(Command command)
    {
        Inputs.AddTo(command);
        command.Add(size);
        command.Add(output);
        command.Add(noCompress);
        command.Add(vmware);
        base.AddTo(command);
    }

    protected override string Input(ParseResult options, WorkspaceFile? workspace) => Inputs.Of(options);

    protected override Func<string>? Plan(ParseResult options, WorkspaceFile? workspace, PassReporter reporter, ICollection<Finding> findings)
    {
        bool raw = options.GetValue(noCompress), bundle = options.GetValue(vmware);
        if (raw && bundle) throw new UsageException("--no-compress and --vmware exclude each other", "a bundle is always compressed");
        long bytes = Size(options, workspace);
        MediaPlatform platform = reporter.Pass("open the platform", 0, _ => Inputs.Platform(options, Invocation));
        BootArea boot = reporter.Pass("open the boot area", 0, _ => Inputs.Boot(options, Invocation, workspace, platform));
        BootConsole console = Inputs.Console(options, workspace);
        long time = Invocation.SourceDate ?? platform.Stamp.Seconds;
        FileTree contents = MediaTree.Of(boot, platform, console, time, Inputs.WithRootPassword(options));
        if (UsbMedium.Plan(boot, contents, bytes, platform.Stamp, time, findings) is not { } medium) return null;

        int jobs = Global.JobsOf(options);
        (string folder, string name) = Place(options.GetValue(output), bundle ? "output-vmware" : "output-usb", NameOf(platform.Prefix, raw, bundle));
        MediaFile image = bundle ? Bundle(name, medium, time, jobs) : raw ? Raw(name, medium, jobs) : Packed(name, medium, jobs);
        IReadOnlyList<MediaFile> parts = bundle ? [image] : [image, medium.PartitionMapFile(UsbMedium.PartitionMapName)];
        return () =>
        {
            MediaFiles.Write(Invocation.Host, folder, parts, time, reporter, Invocation.Cancel);
            return string.Create(CultureInfo.InvariantCulture, $"made {Shown(folder, name)}: {bytes} bytes, {ByteSize.Show(medium.FreeBytes)} of them free, console {console.Name}\n");
        };
    }

    private long Size(ParseResult options, WorkspaceFile? workspace)
    {
        if (options.GetValue(size) is not { } text) return workspace?.Media.Size?.Value ?? MediumSize.Default;
        return MediumSize.Parse(text) ?? throw new UsageException($"--size {text}: no size of a medium", "write 2gb, 4gb or 8gb, or a number of bytes that is a multiple of 512");
    }

    private static string NameOf(string prefix, bool raw, bool bundle)
    {
        const string Platform = "platform-";
        if (bundle) return $"smartos-{(prefix.StartsWith(Platform, StringComparison.Ordinal) ? prefix[Platform.Length..] : prefix)}.vmwarevm.tar.gz";
        return raw ? $"{prefix}.usb" : $"{prefix}.usb.gz";
    }

    private MediaFile Packed(string name, UsbMedium medium, int jobs) => new(
        name, "compress the USB image", medium.Image.Length, (stream, advance) => PackedImage.WriteGzip(medium.Image, stream, jobs, advance, Invocation.Cancel));

    private MediaFile Raw(string name, UsbMedium medium, int jobs) => new(
        name, "write the USB image", medium.Image.Length, (stream, advance) => ImageFile.WriteData(medium.Image, Invocation.Host.Files, stream.Name, jobs, advance, Invocation.Cancel));

    private MediaFile Bundle(string name, UsbMedium medium, long time, int jobs) => new(
        name, "pack the bundle", 0, (stream, _) => PackedImage.WriteTar(VmwareBundle.Of(medium.Image, time), stream, jobs, Invocation.Cancel));
}
