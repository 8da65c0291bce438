using System.Security.Cryptography;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>What two links must have in common to be called the same.</summary>
internal static class OutputFingerprint
{
    /// <summary>Names, modes, times, links and contents of all that lies below <paramref name="top"/>.</summary>
    public static string[] Of(string top, bool log = true) =>
        [.. Walk.Below(top)
            .Where(entry => log || !entry.EndsWith(".log", StringComparison.Ordinal))
            .Select(entry => $"{entry} {Describe(new FileInfo(Path.Combine(top, entry)))}")];

    private static string Describe(FileInfo entry) => entry.LinkTarget
        ?? $"{entry.UnixFileMode} {entry.LastWriteTimeUtc:O} {(entry.Exists ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(entry.FullName))) : "")}";
}
