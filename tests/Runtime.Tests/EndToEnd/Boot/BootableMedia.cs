using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Boot;

/// <summary>An ISO and a USB image with programs that say what they read, made once for all tests of a class, when the first asks for them.</summary>
public sealed class BootableMedia : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<string> area;
    private readonly Lazy<string> iso;
    private readonly Lazy<string> usb;

    public BootableMedia()
    {
        area = new(() =>
        {
            BootWorkspace.Write(folder);
            BootPrograms.Build(folder.At("proto.boot/boot"));
            return folder.At("proto.boot");
        });
        iso = new(() => Made("iso", "medium.iso"));
        usb = new(() => Made("usb", "medium.usb", "--no-compress", "--size", "400mb"));
    }

    public string Iso => iso.Value;

    public string Usb => usb.Value;

    public string EfiLoader => Path.Combine(area.Value, "boot/loader64.efi");

    public void Dispose() => folder.Dispose();

    private string Made(string command, string file, params string[] more)
    {
        Mlc.Run(folder.Path, [command, "out", "--boot", area.Value, "-o", file, .. more]).Exits(0);
        return folder.At(file);
    }
}
