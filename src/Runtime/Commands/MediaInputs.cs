using System.CommandLine;
using ManifestLinker.Linker.Media;
using ManifestLinker.Linker.Open;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Commands;

/// <summary>The options that say what a boot medium is made of; the workspace's <c>[media]</c> counts where they are not given.</summary>
internal sealed class MediaInputs
{
    private readonly Argument<string> platform = new("PLATFORM")
    {
        Description = "A platform directory or .tgz, or a folder of outputs, whose latest platform is taken.",
        DefaultValueFactory = _ => "output",
    };

    private readonly Option<string?> boot = ProjectOptions.Single(
        "--boot", "BOOT", "What starts the medium: a boot tarball, or a directory like proto.boot; else the workspace's, or the boot tarball of the same stamp beside the platform.");

    private readonly Option<string?> console = new("--console")
    {
        HelpName = "C",
        Description = $"The console of the system that runs from the medium: {string.Join(", ", BootConsole.Names)}.",
    };

    private readonly Option<bool> withRootPassword = new("--with-root-password")
    {
        Description = "Put the platform's root.password onto the medium, where everyone can read it who has it.",
    };

    /// <summary>Adds all to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        console.AcceptOnlyFromAmong([.. BootConsole.Names]);
        command.Add(platform);
        AddBootTo(command);
        command.Add(console);
        command.Add(withRootPassword);
    }

    /// <summary>Adds only what says what starts a medium.</summary>
    public void AddBootTo(Command command) => command.Add(boot);

    /// <summary>The platform as it was named.</summary>
    public string Of(ParseResult options) => options.GetValue(platform)!;

    /// <summary>The platform that the medium carries.</summary>
    public MediaPlatform Platform(ParseResult options, Invocation invocation) =>
        MediaPlatform.Open(Of(options), invocation.Host, Opener(invocation), invocation.Cancel);

    /// <summary>What starts the medium that carries <paramref name="carried"/>, or, where that is null, none.</summary>
    /// <exception cref="UsageException">Nobody says where it is.</exception>
    public BootArea Boot(ParseResult options, Invocation invocation, WorkspaceFile? workspace, MediaPlatform? carried)
    {
        string place = BootGiven(options, workspace)
            ?? (carried is null ? null : BootBeside(Of(options), carried.Prefix, invocation))
            ?? throw new UsageException("nothing is known that starts the medium", "name the boot tarball or directory with --boot, or as boot under [media] in mlc.toml");
        return BootArea.Of(place, Opener(invocation).Open(place, invocation.Cancel).Tree);
    }

    /// <summary>The boot area as it was named; null where nobody named one.</summary>
    public string? BootGiven(ParseResult options, WorkspaceFile? workspace) =>
        options.GetValue(boot) ?? (workspace?.Media.Boot is { } written ? workspace.PathOf(written).Opened : null);

    /// <summary>The console.</summary>
    public BootConsole Console(ParseResult options, WorkspaceFile? workspace) =>
        options.GetValue(console) is { } name ? BootConsole.Find(name)! : workspace?.Media.Console?.Value ?? BootConsole.Text;

    /// <summary>Whether the password in plain text comes along.</summary>
    public bool WithRootPassword(ParseResult options) => options.GetValue(withRootPassword);

    private static ImageOpener Opener(Invocation invocation) => ImageArguments.Opener(invocation, raw: true);

    // output/boot-STAMP.tgz, for output, output/platform-STAMP and output/platform-STAMP.tgz.
    private static string? BootBeside(string given, string prefix, Invocation invocation)
    {
        const string Platform = "platform-";
        if (!prefix.StartsWith(Platform, StringComparison.Ordinal)) return null;
        string name = $"boot-{prefix[Platform.Length..]}.tgz";
        string trimmed = given.Length > 1 ? given.TrimEnd('/') : given;
        var files = invocation.Host.Files;
        return new[] { files.Path.Combine(trimmed, name), files.Path.Combine(files.Path.GetDirectoryName(trimmed) ?? "", name) }
            .FirstOrDefault(files.File.Exists);
    }
}
