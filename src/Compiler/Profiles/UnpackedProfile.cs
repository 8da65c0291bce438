using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>
/// What of a platform counts for a tree that is unpacked beside it: the boot files on a boot medium, the tests below opt of a running system. Nothing is
/// mounted over such a tree, it may lie where the platform itself must not, and it holds only a part of the proto area; and its links may lead to all that
/// the platform has.
/// </summary>
public static class UnpackedProfile
{
    // The top of a running SmartOS but boot and opt, where these trees lie.
    private static readonly string[] PlatformPlaces =
    [
        "bin", "bin/**", "dev/**", "devices/**", "etc/**", "home/**", "kernel/**", "lib/**", "opt/custom/**", "opt/local/**", "platform/**", "proc/**",
        "sbin/**", "smartdc/**", "system/**", "tmp/**", "usr/**", "var/**", "zones/**",
    ];

    /// <summary>That part of <paramref name="platform"/>.</summary>
    public static Profile Of(Profile platform) => platform with
    {
        Provided = [.. platform.Provided, .. PlatformPlaces.Select(pattern => new PathGlob(pattern))],
        Outside = [],
        Forbidden = [],
        Mounts = [],
        Complete = [],
    };
}
