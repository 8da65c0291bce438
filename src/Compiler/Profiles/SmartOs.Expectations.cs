using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Profiles;

/// <content>The attributes that the objects of SmartOS have by convention: those that all but a few of each kind have.</content>
public static partial class SmartOs
{
    private const string DriverConf = "the configuration of a driver is data, which an administrator may change";

    private static Expectation[] Expectations() =>
    [
        // What mode a page has is for a rule of its own.
        Expect("usr/share/man/**", "file", null, "root", "bin", "manual pages belong to the system"),
        Expect("usr/share/man/**", "directory", "0755", "root", "bin", "a section of the manual is a directory like any other in usr/share"),
        Expect("usr/include/**", "file", "0644", "root", "bin", "headers have the mode of sources"),
        Expect("usr/share/lib/zoneinfo/**", "file", "0644", "root", "bin", "time zones have the mode the zone compiler gives them"),
        Expect("kernel/drv/*.conf", "file", "0644", "root", "sys", DriverConf),
        Expect("usr/kernel/drv/*.conf", "file", "0644", "root", "sys", DriverConf),
        Expect("lib/svc/manifest/**", "file", "0444", "root", null, "service manifests are imported, and not changed in place"),
        Expect("lib/svc/method/**", "file", "0555", "root", null, "methods of services are run, and not changed in place"),
    ];

    private static Expectation Expect(string glob, string type, string? mode, string owner, string? group, string reason) =>
        new(new PathGlob(glob), reason) { Type = type, Mode = mode is null ? null : Mode.Parse(mode), Owner = owner, Group = group };
}
