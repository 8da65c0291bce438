using System.IO.Abstractions;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Project;

/// <summary>The texts of a run, by the paths they were read from: each is read once, and what it was changed to takes its place.</summary>
internal sealed class TextStore(Invocation invocation)
{
    private readonly IFileSystem files = invocation.Host.Files;
    private readonly Dictionary<string, SourceText> texts = new(StringComparer.Ordinal);

    /// <summary>The text of the file <paramref name="path"/>, which may be a pipe, as in <c>mlc check &lt;(generate)</c>.</summary>
    public SourceText Read(string path)
    {
        if (texts.TryGetValue(path, out SourceText? known)) return known;
        if (files.Directory.Exists(path)) throw new IOException($"{path} is a directory");
        if (!files.File.Exists(path)) throw new FileNotFoundException($"{path}: no such file or directory", path);
        using Stream stream = files.FileStream.New(path, FileMode.Open, FileAccess.Read);
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        SourceText read = SourceText.FromBytes(Shown(path), whole.ToArray());
        texts.Add(path, read);
        return read;
    }

    /// <summary>Takes <paramref name="now"/> for what was read from <paramref name="path"/>.</summary>
    public void Put(string path, SourceText now) => texts[path] = now;

    private string Shown(string path) => files.Path.IsPathRooted(path)
        ? files.Path.GetRelativePath(invocation.WorkingDirectory, files.Path.GetFullPath(path)).Replace('\\', '/')
        : path;
}
