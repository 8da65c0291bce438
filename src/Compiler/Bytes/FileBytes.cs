using System.IO.Abstractions;

namespace ManifestLinker.Compiler.Bytes;

/// <summary>
/// The content of a file, opened for each read, so that fifteen thousand of them need no open handles. The length is the
/// one seen when the source was made: a file that has shrunk or grown since then is an <see cref="IOException"/>, never a
/// silently different image.
/// </summary>
public sealed class FileBytes(IFileSystem files, string path, long length) : ByteSource
{
    private static readonly FileStreamOptions Unbuffered = new()
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 0,
    };

    /// <summary>Where the file lies on the host.</summary>
    public string Path => path;

    /// <summary>The host's files, of which it is one.</summary>
    public IFileSystem Files => files;

    /// <inheritdoc/>
    public override long Length => length;

    /// <summary>The content of the file at <paramref name="path"/>, links followed, with the length it has now.</summary>
    public static FileBytes Of(IFileSystem files, string path)
    {
        using FileSystemStream stream = files.FileStream.New(path, Unbuffered);
        if (!stream.CanSeek) throw new IOException($"{path} is no regular file");
        return new FileBytes(files, path, stream.Length);
    }

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        if (destination.IsEmpty) return;
        using FileSystemStream stream = files.FileStream.New(path, Unbuffered);
        if (stream.Length != length)
            throw new IOException($"{path} changed while it was being read: it had {length} bytes and has {stream.Length} now");
        stream.Position = offset;
        stream.ReadExactly(destination);
    }
}
