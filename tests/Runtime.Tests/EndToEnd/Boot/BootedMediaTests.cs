using System.Text.RegularExpressions;
using FluentAssertions;
using ManifestLinker.Testing;
using Xunit;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Boot;

/// <summary>Media start on an emulated machine, by BIOS and by UEFI, and who starts from them reads the right bytes.</summary>
public sealed class BootedMediaTests(BootableMedia media) : IClassFixture<BootableMedia>
{
    private static readonly string Loader = BootPrograms.Said(BootWorkspace.Loader);

    private string EfiLoader => BootPrograms.Said(File.ReadAllBytes(media.EfiLoader));

    [FactNeeding(BootMachine.Emulator, "gcc", "ld", "objcopy", "/usr/lib/crt0-efi-x86_64.o")]
    public void An_iso_image_starts_by_bios() =>
        BootMachine.StartByBios(BootMachine.Cd(media.Iso), "cdboot: done").Should().Be($"cdboot: the table is right\ncdboot: /BOOT/LOADER {Loader}\ncdboot: done\n");

    [FactNeeding(BootMachine.Emulator, "gcc", "ld", "objcopy", "/usr/lib/crt0-efi-x86_64.o", BootMachine.Firmware)]
    public void An_iso_image_starts_by_uefi() =>
        EfiLines(BootMachine.StartByUefi(BootMachine.Cd(media.Iso), "efi: done")).Should().Equal($"efi: /efi/boot/bootx64.efi {EfiLoader}", "efi: done");

    [FactNeeding(BootMachine.Emulator, "gcc", "ld", "objcopy", "/usr/lib/crt0-efi-x86_64.o")]
    public void A_usb_image_starts_by_bios() =>
        BootMachine.StartByBios(BootMachine.Stick(media.Usb), "stage2: done").Should().Be($"pmbr: version 2\nstage2: /BOOT/LOADER {Loader}\nstage2: done\n");

    [FactNeeding(BootMachine.Emulator, "gcc", "ld", "objcopy", "/usr/lib/crt0-efi-x86_64.o", BootMachine.Firmware)]
    public void A_usb_image_starts_by_uefi() =>
        EfiLines(BootMachine.StartByUefi(BootMachine.Stick(media.Usb), "efi: done"))
            .Should().BeEquivalentTo($"efi: /efi/boot/bootx64.efi {EfiLoader}", $"efi: /boot/loader {Loader}", "efi: done");

    // The firmware says much besides.
    private static IEnumerable<string> EfiLines(string said) => Regex.Matches(said, "efi: [^\n\r]+").Select(match => match.Value);
}
