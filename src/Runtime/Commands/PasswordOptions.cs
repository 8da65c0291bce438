using System.CommandLine;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Linker.Platform.Passwords;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Commands;

/// <summary>The options about the password of root, which count more than <c>[password]</c> of the workspace.</summary>
internal sealed class PasswordOptions
{
    // The first line is read to its end; what has no line break up to here is no file with a password.
    private const int MostOfFile = 64 * 1024;

    private readonly Option<string?> given = ProjectOptions.Single(
        "-p", "PASSWORD", "Give root this password. Others on this machine may see it while mlc runs; a file hides it.");

    private readonly Option<string?> file = ProjectOptions.Single("--root-password-file", "FILE", "Give root the password in the first line of this file.");

    private readonly Option<string?> how = ProjectOptions.Single(
        "--root-password", "HOW", "random: give root a password from chance, which PREFIX/root.password holds (the default). none: deliver etc/shadow as it is found.");

    public void AddTo(Command command)
    {
        how.AcceptOnlyFromAmong(PasswordSection.FromChance, PasswordSection.Unset);
        command.Add(given);
        command.Add(file);
        command.Add(how);
    }

    /// <summary>The password of root, hashed; null where none is to be set.</summary>
    public RootPassword? Read(ParseResult options, Invocation invocation, WorkspaceFile? workspace, BuildStamp stamp)
    {
        string? text = Text(options, invocation, workspace);
        if (text is null && !IsRandom(options, workspace)) return null;
        PasswordSection? section = workspace?.Password;
        string password = text ?? RandomPassword.From(invocation.Chance);
        string salt = (section?.SaltFor(isRandom: text is null) ?? (text is null ? new PasswordSalt.Random() : new PasswordSalt.Derived())).For(password, stamp, invocation.Chance);
        return RootPassword.Of(password, section?.Method ?? PasswordHash.Sha512, salt);
    }

    /// <summary>A password in the place of the one that <paramref name="workspace"/> asks for, of the same length when hashed; null where none is to be set.</summary>
    public static RootPassword? StandIn(WorkspaceFile? workspace, BuildStamp stamp)
    {
        if (workspace?.Password.Root?.Value == PasswordSection.Unset) return null;
        PasswordSalt salt = workspace?.Password.SaltFor(isRandom: false) ?? new PasswordSalt.Derived();
        return RootPassword.Of("x", workspace?.Password.Method ?? PasswordHash.Sha512, salt.For("x", stamp, count => new byte[count]));
    }

    private bool IsRandom(ParseResult options, WorkspaceFile? workspace) =>
        (options.GetValue(how) ?? workspace?.Password.Root?.Value ?? PasswordSection.FromChance) == PasswordSection.FromChance;

    private string? Text(ParseResult options, Invocation invocation, WorkspaceFile? workspace)
    {
        string? typed = options.GetValue(given), named = options.GetValue(file), word = options.GetValue(how);
        string[] both = [.. new[] { (given.Name, typed), (file.Name, named), (how.Name, word) }.Where(pair => pair.Item2 is not null).Select(pair => pair.Name)];
        if (both.Length > 1) throw new UsageException($"{both[0]} and {both[1]} are both given", "say once what the password of root is");
        if (typed is not null) return Checked(typed, given.Name);
        if (named is not null) return Checked(FirstLine(invocation, named, file.Name), named);
        return word is null && workspace is not null ? OfWorkspace(invocation, workspace) : null;
    }

    // Which keys go together is checked here, because -p and its like make it not matter.
    private static string? OfWorkspace(Invocation invocation, WorkspaceFile workspace)
    {
        if (workspace.Password is not { Root.Value: PasswordSection.FromFile } section)
        {
            // A file that extends another may well say that there is none.
            if (workspace.Password is { Root: null, File: { } unread }) throw new UsageException($"{Place(unread)}: 'file' under [password] is not read", "write root = \"file\" beside it, or delete the key");
            return null;
        }
        if (section.File is not { } named)
            throw new UsageException($"{Place(section.Root.Value)}: the password comes from a file, and none is named", "write file = \"secrets/root.password\" beside it");
        string path = workspace.PathOf(named).Opened;
        return Checked(FirstLine(invocation, path, Place(named)), path);
    }

    private static string Place(Placed<string> value) => $"{value.Location.File}:{value.Location.Line}:{value.Location.Column}";

    // The password itself is in no message.
    private static string Checked(string text, string where) => RootPassword.Fault(text) is { } fault
        ? throw new UsageException($"{where}: the password {fault}", "use printable ASCII, at least one character")
        : text;

    private static string FirstLine(Invocation invocation, string path, string where)
    {
        if (invocation.Host.Files.Directory.Exists(path) || !invocation.Host.Files.File.Exists(path))
            throw new UsageException($"{where}: there is no file {path}", "name a file whose first line is the password");
        using Stream stream = invocation.Host.Files.FileStream.New(path, FileMode.Open, FileAccess.Read);
        var bytes = new byte[MostOfFile];
        int count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        int end = bytes.AsSpan(0, count).IndexOf((byte)'\n');
        // A byte that is not ASCII is refused, so it does not matter which character it stands for.
        return System.Text.Encoding.Latin1.GetString(bytes, 0, end < 0 ? count : end);
    }
}
