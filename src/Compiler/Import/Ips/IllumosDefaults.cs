namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>
/// What files and directories of illumos packages have that say no mode, owner or group (illumos-gate, usr/src/pkg/transforms/defaults,
/// which is applied to each of its packages).
/// </summary>
internal static class IllumosDefaults
{
    public const string Owner = "root";

    // Below usr/share and usr/lib/help, the first that fits; what is below usr/share otherwise can only be read.
    private static readonly (string Below, string Mode)[] Collections =
    [
        ("usr/lib/help/", "0444"),
        ("usr/share/ipfilter/", "0644"),
        ("usr/share/lib/ccs/", "0644"),
        ("usr/share/lib/java/", "0644"),
        ("usr/share/lib/locale/com/sun/dhcpmgr/", "0444"),
        ("usr/share/lib/locale/com/sun/", "0644"),
        ("usr/share/lib/mailx/", "0644"),
        ("usr/share/lib/nterm/", "0644"),
        ("usr/share/lib/pub/", "0644"),
        ("usr/share/lib/sgml/", "0644"),
        ("usr/share/lib/slp/", "0644"),
        ("usr/share/lib/t", "0644"),
        ("usr/share/lib/unittab/", "0644"),
        ("usr/share/lib/zoneinfo/", "0644"),
        ("usr/share/src/grub/", "0644"),
        ("usr/share/", "0444"),
        ("usr/has/man/", "0444"),
    ];

    /// <summary>The group of what is at <paramref name="path"/>.</summary>
    public static string Group(string path, bool isDirectory) => isDirectory && path is "usr/share" or "usr/share/lib" ? "sys" : "bin";

    /// <summary>The mode of what is at <paramref name="path"/>: a driver, a library, a file that is only read, or another file; or a directory.</summary>
    public static string Mode(string path, bool isDirectory)
    {
        if (isDirectory) return "0755";
        if (Following(path, "kernel/drv/") is { Length: > 1 } driver) return driver.IndexOf(".conf", 1, StringComparison.Ordinal) > 0 ? "0644" : "0755";
        if (Following(path, "lib/") is { } library && library.Contains(".so", StringComparison.Ordinal)) return "0755";
        if (path.StartsWith("usr/share/lib/locale/com/sun/dhcpmgr/", StringComparison.Ordinal) && path.Contains(".properties", StringComparison.Ordinal)) return "0644";
        foreach ((string below, string mode) in Collections)
        {
            if (path.Length > below.Length && path.StartsWith(below, StringComparison.Ordinal)) return mode;
        }
        return "0644";
    }

    private static string? Following(string path, string part) =>
        path.IndexOf(part, StringComparison.Ordinal) is var at and >= 0 ? path[(at + part.Length)..] : null;
}
