using System.IO.Abstractions;

namespace ManifestLinker.Compiler.Host;

/// <summary>
/// The machine mlc runs on: its files, and the few facts about them that <see cref="IFileSystem"/> has no word for. Everything
/// that is read or written goes through it.
/// </summary>
public interface IHost
{
    /// <summary>The files.</summary>
    IFileSystem Files { get; }

    /// <summary>What <paramref name="path"/> is, links not followed; null where nothing is, or nothing can be reached.</summary>
    FileStatus? Status(string path);

    /// <summary>The text of the symbolic link at <paramref name="path"/>.</summary>
    string LinkText(string path);

    /// <summary>Whether the user who runs mlc may read <paramref name="path"/>.</summary>
    bool CanRead(string path);

    /// <summary>Whether the user who runs mlc may write to <paramref name="path"/>.</summary>
    bool CanWrite(string path);

    /// <summary>Gives <paramref name="path"/> to the user <paramref name="uid"/> and the group <paramref name="gid"/>; false where the user who runs mlc may not.</summary>
    bool TryChangeOwner(string path, uint uid, uint gid);

    /// <summary>Makes <paramref name="path"/> another name of the file <paramref name="existing"/>.</summary>
    void MakeHardLink(string path, string existing);
}
