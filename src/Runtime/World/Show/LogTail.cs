using System.IO.Abstractions;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.World.Show;

/// <summary>The end of a log, as it can be shown.</summary>
internal static class LogTail
{
    private const int MostBytes = 32 * 1024;
    private const int TabWidth = 8;

    /// <summary>The last <paramref name="count"/> lines of the file <paramref name="path"/>, without blank ones at the end; none where there is no file.</summary>
    public static IReadOnlyList<string> Of(IFileSystem files, string path, int count)
    {
        try
        {
            using FileSystemStream log = files.FileStream.New(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            long start = Math.Max(0, log.Length - MostBytes);
            log.Position = start;
            var bytes = new byte[Math.Min(log.Length, MostBytes)];
            int got = log.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            string[] lines = EscapedUtf8.Decode(bytes.AsSpan(0, got)).TrimEnd().Split('\n');
            // What is cut off in front is no line.
            if (start > 0 && lines.Length > 1) lines = lines[1..];
            return lines is [""] ? [] : [.. lines.TakeLast(count).Select(Shown)];
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // A program that rewrites a line shows what it wrote last.
    private static string Shown(string line) =>
        VisibleText.Of(line.TrimEnd('\r').Split('\r')[^1].Replace("\t", new string(' ', TabWidth), StringComparison.Ordinal));
}
