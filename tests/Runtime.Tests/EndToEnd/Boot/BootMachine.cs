using System.Diagnostics;
using System.Text;
using ManifestLinker.Testing;
using Xunit.Sdk;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Boot;

/// <summary>An emulated PC without acceleration, which starts a medium; what is written to its serial port is read until a certain line comes.</summary>
internal static class BootMachine
{
    /// <summary>What a test that starts one by BIOS needs.</summary>
    public const string Emulator = "qemu-system-x86_64";

    /// <summary>The firmware, and where it keeps its variables, for UEFI.</summary>
    public const string Firmware = "/usr/share/OVMF/OVMF_CODE_4M.fd", Variables = "/usr/share/OVMF/OVMF_VARS_4M.fd";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    // Where machines have to wait for each other, the first byte comes late; after it everything is a matter of seconds.
    private static readonly TimeSpan UntilItSpeaks = TimeSpan.FromMinutes(5), UntilItIsDone = TimeSpan.FromMinutes(1);

    /// <summary>The options for the ISO image <paramref name="file"/> in a CD drive.</summary>
    public static string[] Cd(string file) => ["-drive", $"if=none,id=medium,media=cdrom,format=raw,readonly=on,file={file}", "-device", "ide-cd,drive=medium,bootindex=0"];

    /// <summary>The options for the disk image <paramref name="file"/> on a USB stick.</summary>
    public static string[] Stick(string file) =>
        ["-device", "qemu-xhci", "-drive", $"if=none,id=medium,format=raw,readonly=on,file={file}", "-device", "usb-storage,drive=medium,bootindex=0"];

    /// <summary>Starts <paramref name="medium"/> by SeaBIOS, and gives what was said up to the line <paramref name="last"/>.</summary>
    public static string StartByBios(string[] medium, string last) => Start(["-machine", "pc,accel=tcg", "-m", "64", .. medium], last);

    /// <summary>Starts <paramref name="medium"/> by OVMF, as <see cref="StartByBios"/>.</summary>
    public static string StartByUefi(string[] medium, string last)
    {
        using var folder = new TemporaryFolder();
        File.Copy(Variables, folder.At("variables"));
        return Start(
            [
                "-machine", "q35,accel=tcg", "-m", "128",
                "-drive", $"if=pflash,format=raw,readonly=on,file={Firmware}", "-drive", $"if=pflash,format=raw,file={folder.At("variables")}",
                .. medium,
            ],
            last);
    }

    private static string Start(string[] machine, string last)
    {
        using var folder = new TemporaryFolder();
        string serial = folder.Write("serial", "");
        Launch launch = ForeignTool.Prepare(Emulator, [.. machine, "-display", "none", "-nodefaults", "-no-reboot", "-serial", $"file:{serial}"]);
        using Process process = launch.Start();
        try
        {
            var time = Stopwatch.StartNew();
            TimeSpan? spoke = null;
            while (true)
            {
                string said = Encoding.Latin1.GetString(File.ReadAllBytes(serial));
                if (said.Contains(last + "\n", StringComparison.Ordinal)) return said;
                if (said.Length > 0) spoke ??= time.Elapsed;
                if (process.HasExited) throw new XunitException($"The machine went off.\n{said}\n{process.StandardError.ReadToEnd()}");
                if (time.Elapsed > (spoke + UntilItIsDone ?? UntilItSpeaks)) throw new XunitException($"The machine never says '{last}', but:\n{said}");
                Thread.Sleep(Poll);
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }
}
