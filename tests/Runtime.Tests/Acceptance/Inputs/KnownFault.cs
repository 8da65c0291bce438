namespace ManifestLinker.Runtime.Tests.Acceptance.Inputs;

/// <summary>An error that manifests really have, and why a platform can be linked all the same.</summary>
internal sealed record KnownFault(string Rule, string Path, string Reason)
{
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
        new("MLC7106", "usr/libexec", "7555 is a slip for 0555, harmless on a read-only file system"),
    ];
}
