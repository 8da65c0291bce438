using System.Collections.Immutable;
using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Linker.Output;

namespace ManifestLinker.Linker.Media;

/// <summary>A file of the outputs, and how it is written.</summary>
/// <param name="Name">Its name in the folder of the outputs.</param>
/// <param name="Pass">What is done, for progress.</param>
/// <param name="Bytes">The bytes that the work goes through; 0 where that says nothing.</param>
/// <param name="Write">Writes it to a stream, and tells of bytes that are done.</param>
public sealed record MediaFile(string Name, string Pass, long Bytes, Action<FileSystemStream, Action<long>> Write);

/// <summary>Writes the files of a medium: all of them, or, where anything fails, none.</summary>
public static class MediaFiles
{
    /// <summary>
    /// Writes <paramref name="parts"/> to <paramref name="folder"/>, which is made if need be, in place of what has their names. All have mode 0644
    /// and <paramref name="time"/>, in seconds since 1970 UTC.
    /// </summary>
    public static void Write(IHost host, string folder, IReadOnlyList<MediaFile> parts, long time, IPassObserver observer, CancellationToken cancel)
    {
        foreach (MediaFile part in parts)
        {
            string path = host.Files.Path.Combine(folder, part.Name);
            if (host.Files.Directory.Exists(path)) throw new IOException($"{path} is a directory, so it is not replaced by a file; name another file");
        }
        using var staging = new StagingFolder(host.Files, folder, parts[0].Name);
        foreach (MediaFile part in parts)
        {
            observer.Pass(part.Pass, part.Bytes, advance =>
            {
                using FileSystemStream stream = staging.Create(part.Name);
                part.Write(stream, advance);
                return true;
            });
        }
        staging.Settle(DateTimeOffset.FromUnixTimeSeconds(time), ImmutableHashSet<string>.Empty);
        cancel.ThrowIfCancellationRequested();
        staging.Commit();
    }
}
