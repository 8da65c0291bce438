using System.IO.Abstractions;

namespace ManifestLinker.Linker.Output;

/// <summary>A directory that somebody wants filled: it must not exist, or be empty, so that nothing is mixed with what is there.</summary>
public sealed class FreshDirectory
{
    private readonly IFileSystem files;
    private readonly string above;

    /// <summary>Takes <paramref name="directory"/>, or throws an <see cref="IOException"/> that says what is in the way.</summary>
    public FreshDirectory(IFileSystem files, string directory)
    {
        this.files = files;
        // With a slash at the end it has no name.
        string full = files.Path.TrimEndingDirectorySeparator(files.Path.GetFullPath(directory));
        if (files.File.Exists(full)) throw new IOException($"{directory} is a file");
        if (files.Directory.Exists(full) && files.Directory.EnumerateFileSystemEntries(full).Any())
            throw new IOException($"{directory} exists and is not empty; name a new directory");
        Name = files.Path.GetFileName(full);
        above = files.Path.GetDirectoryName(full) ?? full;
    }

    /// <summary>Its name, without what it lies in.</summary>
    public string Name { get; }

    /// <summary>A staging folder beside it; what is made there under <see cref="Name"/> takes its place.</summary>
    public StagingFolder Stage() => new(files, above, Name);
}
