using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Acceptance.Inputs;

/// <summary>
/// A workspace and what is linked from it, made when the first test asks, so that a class of skipped tests costs nothing.
/// </summary>
public abstract class PlatformUnderTest : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<string> workspace;
    private readonly Lazy<LinkedPlatform> linked;
    private readonly Lazy<string> usr;

    protected PlatformUnderTest()
    {
        workspace = new(() => Make("first", reversed: false));
        linked = new(() => Link(Workspace, launch => launch with { Arguments = [.. launch.Arguments, "--jobs", "1"] }));
        usr = new(() => Linked.DecodeUsr(folder.Path));
    }

    /// <summary>The workspace, with its <c>mlc.toml</c>.</summary>
    public string Workspace => workspace.Value;

    /// <summary>The words of a link about the password of root.</summary>
    protected virtual string[] Password => ["--root-password", "none"];

    /// <summary>How many files and links the root image holds below the mount point of /usr, the shell's link not counted.</summary>
    public abstract int Underfiles { get; }

    /// <summary>What the manifests declare, in the order they count; each below <see cref="Workspace"/> or absolute.</summary>
    internal abstract Declarations Declarations { get; }

    internal LinkedPlatform Linked => linked.Value;

    /// <summary>The image of /usr, decoded.</summary>
    internal string Usr => usr.Value;

    /// <summary>Makes the workspace; <paramref name="reversed"/>: with its files created in the opposite order.</summary>
    protected abstract void MakeWorkspace(string workspace, bool reversed);

    /// <summary>Links the same inputs again, in another place and under other circumstances.</summary>
    internal LinkedPlatform LinkElsewhere()
    {
        string second = Make("elsewhere/second", reversed: true);
        return Link(second, launch =>
            (launch with { Directory = "/", Arguments = [.. launch.Arguments, "--workspace", Path.Combine(second, "mlc.toml"), "--jobs", "2"] })
            .With("LC_ALL", "tr_TR.UTF-8").With("TZ", "Asia/Kolkata").With("HOME", "/nonexistent").WithUmask("077"));
    }

    private string Make(string name, bool reversed)
    {
        string made = folder.At(name);
        Directory.CreateDirectory(made);
        MakeWorkspace(made, reversed);
        return made;
    }

    private LinkedPlatform Link(string workspace, Func<Launch, Launch> circumstances)
    {
        var platform = new LinkedPlatform(workspace + "-output");
        Launch launch = Mlc.In(workspace, ["link", .. Password, "--progress", "none", "-o", platform.Folder]);
        circumstances(launch).Run().Exits(0);
        return platform;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => folder.Dispose();
}
