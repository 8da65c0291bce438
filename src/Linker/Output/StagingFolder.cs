using System.IO.Abstractions;

namespace ManifestLinker.Linker.Output;

/// <summary>
/// Everything is written beside its final name and moved there when all of it is whole. Until <see cref="Commit"/> the output
/// folder holds what it held before; a run that fails or is interrupted leaves no trace.
/// </summary>
public sealed class StagingFolder : IDisposable
{
    private const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly IFileSystem files;
    private readonly string output;
    private readonly string aside;
    private readonly List<string> outputCreated = [];
    private bool committed;

    /// <summary>
    /// Makes the folder <c>.NAME.partial</c> in <paramref name="output"/>, which is made if need be; what an earlier run
    /// that was killed left there is removed, and what it had moved aside comes back.
    /// </summary>
    public StagingFolder(IFileSystem files, string output, string name)
    {
        this.files = files;
        this.output = output;
        Path = files.Path.Combine(output, $".{name}.partial");
        aside = files.Path.Combine(output, $".{name}.previous");
        for (string? missing = files.Path.GetFullPath(output);
            missing is not null && !files.Directory.Exists(missing);
            missing = files.Path.GetDirectoryName(missing))
        {
            outputCreated.Add(missing);
        }
        for (string? above = output; !string.IsNullOrEmpty(above); above = files.Path.GetDirectoryName(above))
        {
            if (files.File.Exists(above)) throw new IOException($"{above} is a file, and the outputs need a folder");
        }
        files.Directory.CreateDirectory(output);
        Remove(Path);
        BringBack();
        files.Directory.CreateDirectory(Path);
    }

    /// <summary>The folder to write to.</summary>
    public string Path { get; }

    /// <summary>Creates the file <paramref name="name"/>, and the directories above it, for writing and reading back; a <paramref name="secret"/> one for its owner alone.</summary>
    public FileSystemStream Create(string name, bool secret = false)
    {
        string path = PathOf(name);
        files.Directory.CreateDirectory(files.Path.GetDirectoryName(path)!);
        return files.FileStream.New(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            BufferSize = 0,
            UnixCreateMode = secret ? Secret : null,
        });
    }

    /// <summary>Removes the file <paramref name="name"/>.</summary>
    public void Delete(string name) => files.File.Delete(PathOf(name));

    /// <summary>Where <paramref name="name"/> lies until the end.</summary>
    public string PathOf(string name) => files.Path.Combine(Path, name);

    /// <summary>
    /// Gives every file mode 0644 (<paramref name="executable"/> ones 0755, <paramref name="secret"/> ones 0600), every directory 0755, and all of them
    /// <paramref name="time"/>, so that neither umask nor clock can be seen in the outputs.
    /// </summary>
    public void Settle(DateTimeOffset time, IReadOnlySet<string> executable, IReadOnlySet<string>? secret = null)
    {
        const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Executable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        foreach (string file in files.Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            if (files.FileInfo.New(file).LinkTarget is not null) continue;
            string name = files.Path.GetRelativePath(Path, file);
            files.File.SetUnixFileMode(file, executable.Contains(name) ? Executable : secret?.Contains(name) is true ? Secret : Readable);
            files.File.SetLastWriteTimeUtc(file, time.UtcDateTime);
        }
        // Setting the times of what lies in a directory touches the directory, so that comes last, from the leaves up.
        foreach (string directory in files.Directory.EnumerateDirectories(Path, "*", SearchOption.AllDirectories).OrderDescending(StringComparer.Ordinal))
        {
            if (files.DirectoryInfo.New(directory).LinkTarget is not null) continue;
            files.File.SetUnixFileMode(directory, Executable);
            files.Directory.SetLastWriteTimeUtc(directory, time.UtcDateTime);
        }
    }

    /// <summary>
    /// Moves everything at the top of the folder to its final name. What was there before is moved aside first; if a move fails,
    /// all are undone.
    /// </summary>
    public void Commit()
    {
        files.Directory.CreateDirectory(aside);
        var done = new List<(string Final, string Staged, string? Previous)>();
        try
        {
            foreach (string staged in files.Directory.EnumerateFileSystemEntries(Path).Order(StringComparer.Ordinal).ToArray())
            {
                string name = files.Path.GetFileName(staged);
                string final = files.Path.Combine(output, name);
                string? previous = Exists(final) ? files.Path.Combine(aside, name) : null;
                if (previous is not null) Move(final, previous);
                done.Add((final, staged, previous));
                Move(staged, final);
            }
            committed = true;
        }
        catch
        {
            foreach ((string final, string staged, string? previous) in Enumerable.Reverse(done))
            {
                if (!Exists(staged) && Exists(final)) Move(final, staged);
                if (previous is not null) Move(previous, final);
            }
            throw;
        }
        finally
        {
            if (committed) Remove(aside);
        }
    }

    /// <summary>Removes what was not moved to its final name.</summary>
    public void Dispose()
    {
        // A failure to clean up must not hide the failure that led here.
        try
        {
            Remove(Path);
            Remove(aside);
            if (committed) return;
            foreach (string directory in outputCreated)
            {
                if (!files.Directory.EnumerateFileSystemEntries(directory).Any()) files.Directory.Delete(directory);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }

    // Between two moves of a run that was killed, an output lies aside and nowhere else.
    private void BringBack()
    {
        if (!files.Directory.Exists(aside)) return;
        foreach (string previous in files.Directory.EnumerateFileSystemEntries(aside).ToArray())
        {
            string final = files.Path.Combine(output, files.Path.GetFileName(previous));
            if (!Exists(final)) Move(previous, final);
        }
        Remove(aside);
    }

    private bool Exists(string path) => files.Directory.Exists(path) || files.File.Exists(path) || files.FileInfo.New(path).LinkTarget is not null;

    private void Move(string from, string to)
    {
        // A link to a directory is moved as one: File.Move finds no file behind it. Neither follows the link.
        if (files.Directory.Exists(from)) files.Directory.Move(from, to);
        else files.File.Move(from, to);
    }

    private void Remove(string path)
    {
        if (files.Directory.Exists(path)) files.Directory.Delete(path, recursive: true);
    }
}
