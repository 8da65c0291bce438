namespace ManifestLinker.Runtime.Tests.Acceptance.Inputs;

/// <summary>An error that manifests really have, and why a platform can be linked all the same.</summary>
internal sealed record KnownFault(string Rule, string Path, string Reason)
{
    private static readonly string[] Firmware =
        ["100-5", "1000-3", "105-6", "135-6", "2000-6", "2030-6", "4965-2", "5000-2", "5150-2", "6000-4", "6000g2a-6", "6000g2b-6", "6050-5"];

    /// <summary>Every error in the four manifests of the corpus.</summary>
    public static IReadOnlyList<KnownFault> OfTheCorpus { get; } =
    [
        new("MLC2002", "usr/bin/scp", "illumos and illumos-extra both deliver it, with different modes; the later one counts"),
        new("MLC2004", "usr/share/lib", "the two components name different groups; the later one counts"),
        new("MLC2004", "lib/svc/manifest/network", "the two components name different groups; the later one counts"),
        new("MLC2004", "usr/share/bhyve", "illumos-extra and live differ in mode and group; the later one counts"),
        new("MLC2009", "usr/share/man/man1/sendmail-mailq.1", "a slip for bin; the page is readable by all whatever its group"),
        new("MLC7001", "var/lib/sgml/CATALOG.jade_dsl", "its target was never delivered; nothing reads it"),
        new("MLC7001", "var/sadm/softinfo/INST_RELEASE", "its target is made by an installer that SmartOS lacks"),
        .. Firmware.Select(version => new KnownFault("MLC7101", $"kernel/firmware/iwn/iwlwifi-{version}.ucode", "firmware on a read-only medium")),
        new("MLC7103", "usr/bin/amd64/ztest", "a test program that nobody should run as root by its mode"),
        new("MLC7106", "usr/libexec", "7555 is a slip for 0555, harmless on a read-only file system"),
    ];
}
