using System.IO.Abstractions;

namespace ManifestLinker.Compiler.Host;

/// <summary>A file that is written beside its final name, as <c>.NAME.partial</c>, and moved there when it is whole.</summary>
public sealed class WholeFile : IDisposable
{
    private readonly IFileSystem files;
    private readonly string path;

    /// <summary>Writes <paramref name="content"/>, with <paramref name="mode"/> where one is given, beside <paramref name="path"/>.</summary>
    public WholeFile(IFileSystem files, string path, ReadOnlySpan<byte> content, UnixFileMode? mode = null)
    {
        this.files = files;
        this.path = path;
        Partial = files.Path.Combine(files.Path.GetDirectoryName(path) ?? "", $".{files.Path.GetFileName(path)}.partial");
        try
        {
            // Nobody may read it, even for a moment, who may not read it in the end.
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = mode };
            using (FileSystemStream stream = files.FileStream.New(Partial, options)) stream.Write(content);
            if (mode is { } exact) files.File.SetUnixFileMode(Partial, exact);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where it lies until it is moved.</summary>
    public string Partial { get; }

    /// <summary>Replaces the file <paramref name="path"/> by <paramref name="content"/>, or leaves it as it was.</summary>
    public static void Write(IFileSystem files, string path, ReadOnlySpan<byte> content)
    {
        using var whole = new WholeFile(files, path, content);
        whole.Commit();
    }

    /// <summary>Moves it to its final name, in place of what was there.</summary>
    public void Commit() => files.File.Move(Partial, path, overwrite: true);

    /// <summary>Removes it, where it was not moved.</summary>
    public void Dispose()
    {
        if (files.File.Exists(Partial)) files.File.Delete(Partial);
    }
}
