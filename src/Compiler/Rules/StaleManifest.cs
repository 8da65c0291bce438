using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9010: The list of MD5 digests disagrees with the image where the build is known to go on after making it.</summary>
public static class StaleManifest
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9010",
        Name = "stale-manifest",
        Severity = Severity.Info,
        Phase = Phase.Verify,
        Summary = "The list of MD5 digests disagrees with the image where the build is known to go on after making it.",
        Explanation =
            "build_live makes the list before its last steps: two logs are emptied then, and the compressed /usr is added; older lists name "
            + "themselves, half written. So every image that it made disagrees with its list in these places, which the profile knows. A log "
            + "that is not empty, and a difference anywhere else, are errors. Where a root file system is looked at without the /usr in it, the "
            + "list names much that is not in sight, which is told once.",
        Bad = "(var/log/syslog is empty, and the list has the digest of what was delivered)",
        Good = "(mlc link makes the list of what ships)",
    };

    /// <summary>The list disagrees about <paramref name="path"/>, which <paramref name="why"/> explains, in words that complete "because".</summary>
    public static Finding At(ImagePath path, string why) =>
        Finding.Of(Rule, $"'{path}' is not as the list of MD5 digests has it, because {why}") with
        {
            Subject = new Subject(path.Text, "object", null),
            DetailKey = why,
        };

    /// <summary>The list names <paramref name="count"/> files below <paramref name="mountPoint"/>, where nothing is mounted.</summary>
    public static Finding Unmounted(ImagePath mountPoint, int count) =>
        Finding.Of(Rule, $"'{mountPoint}' is empty in this file system: {count} files of the list of MD5 digests lie below it, and were not compared") with
        {
            Subject = new Subject(mountPoint.Text, "object", null),
            Detail = [new("count", $"{count}")],
            DetailKey = "unmounted",
        };
}
