using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Fixing;

/// <summary>Writes files anew that exist: all of them or none, as far as the host lets it.</summary>
internal static class FileRewriting
{
    private const int WriteBits = 0b010_010_010;

    /// <summary>
    /// Gives each file its text. A symbolic link is followed to the file, and the file keeps its mode, and its owner where the
    /// user may give files away. Nothing is written where one of them is no regular file or may not be written.
    /// </summary>
    public static void Write(IHost host, IEnumerable<(string Path, SourceText Text)> rewritten)
    {
        var targets = new List<Target>();
        foreach ((string path, SourceText text) in rewritten)
        {
            Target target = TargetOf(host, path, text);
            if (targets.Find(other => other.IsSameFile(target)) is not { } same) targets.Add(target);
            else if (!same.Text.Text.Equals(text.Text, StringComparison.Ordinal))
                throw new IOException($"{same.Given} and {path} are one file, and would become different ones: name it once");
        }
        var staged = new List<WholeFile>();
        try
        {
            foreach (Target target in targets) staged.Add(Stage(host, target));
            foreach (WholeFile file in staged) file.Commit();
        }
        finally
        {
            foreach (WholeFile file in staged) file.Dispose();
        }
    }

    private static Target TargetOf(IHost host, string path, SourceText text)
    {
        // Of a bare name the class library looks for the target at the root.
        string full = host.Files.Path.GetFullPath(path);
        string real = host.Files.File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        if (host.Status(real) is not { Kind: FileKind.Regular } status) throw new IOException($"{path} is no regular file: what it says cannot be changed");
        // Who may write everywhere may not have meant to.
        if ((status.Permissions & WriteBits) == 0 || !host.CanWrite(real)) throw new IOException($"{path} is read-only; nothing was written");
        return new Target(path, real, status, text);
    }

    private static WholeFile Stage(IHost host, Target target)
    {
        var mode = (UnixFileMode)target.Status.Permissions;
        var whole = new WholeFile(host.Files, target.Real, EscapedUtf8.Encode(target.Text.Text), mode);
        bool moved = host.Status(whole.Partial) is { } made && (made.Uid != target.Status.Uid || made.Gid != target.Status.Gid);
        // A new owner takes bits of the mode away.
        if (moved && host.TryChangeOwner(whole.Partial, target.Status.Uid, target.Status.Gid)) host.Files.File.SetUnixFileMode(whole.Partial, mode);
        return whole;
    }

    private sealed record Target(string Given, string Real, FileStatus Status, SourceText Text)
    {
        public bool IsSameFile(Target other) => (Status.Device, Status.Inode) == (other.Status.Device, other.Status.Inode);
    }
}
