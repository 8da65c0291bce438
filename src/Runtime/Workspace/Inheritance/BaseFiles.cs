using System.IO.Abstractions;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Workspace.Inheritance;

/// <summary>Finds and reads the files that a workspace file extends; <paramref name="read"/> gives the text of a path, or throws as files do.</summary>
internal sealed class BaseFiles(IFileSystem files, Func<string, SourceText> read)
{
    /// <summary>The path of what the file <paramref name="from"/> calls <paramref name="name"/>.</summary>
    public string PathOf(string from, string name) => files.Path.Combine(files.Path.GetDirectoryName(from) ?? "", name);

    /// <summary>What tells one file from another.</summary>
    public string FullPath(string path) => files.Path.GetFullPath(path);

    /// <summary>The text at <paramref name="path"/>; null and why not, in words that follow the name of the file.</summary>
    public (SourceText? Text, string Fault) Read(string path)
    {
        if (files.Directory.Exists(path)) return (null, "is a directory");
        if (!files.File.Exists(path)) return (null, "is not there");
        try
        {
            return (read(path), "");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, exception is UnauthorizedAccessException ? "may not be read" : "cannot be read");
        }
    }
}
