using System.IO.Abstractions;

namespace ManifestLinker.Linker.Output;

/// <summary>Writes a file beside its final name and moves it there when it is whole.</summary>
public static class WholeFile
{
    /// <summary>Replaces the file <paramref name="path"/> by <paramref name="content"/>, or leaves it as it was.</summary>
    public static void Write(IFileSystem files, string path, ReadOnlySpan<byte> content)
    {
        string partial = path + ".partial";
        try
        {
            using (FileSystemStream stream = files.FileStream.New(partial, FileMode.Create, FileAccess.Write))
                stream.Write(content);
            files.File.Move(partial, path, overwrite: true);
        }
        catch
        {
            if (files.File.Exists(partial)) files.File.Delete(partial);
            throw;
        }
    }
}
