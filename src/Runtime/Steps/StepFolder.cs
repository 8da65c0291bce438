using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Open;
using ManifestLinker.Linker.Output;

namespace ManifestLinker.Runtime.Steps;

/// <summary>
/// Where a step runs: a folder in <c>.mlc/steps</c>, which is gone when it is disposed of, with the inputs, the tools, and a place for the
/// outputs. What came out whole is moved to <c>.mlc/steps/NAME</c>.
/// </summary>
internal sealed class StepFolder : IDisposable
{
    private const UnixFileMode Entered = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly IHost host;
    private readonly StagingFolder staging;
    private readonly string name;

    /// <summary>Makes the folder for the step <paramref name="name"/> in <paramref name="steps"/>.</summary>
    public StepFolder(IHost host, string steps, string name)
    {
        this.host = host;
        this.name = name;
        string full = host.Files.Path.GetFullPath(steps);
        staging = new StagingFolder(host.Files, full, name);
        Final = host.Files.Path.Combine(full, name);
        host.Files.Directory.CreateDirectory(Out);
    }

    /// <summary>The folder with the inputs.</summary>
    public string Root => staging.PathOf("root");

    /// <summary>The folder that the program runs in: its tools lie there.</summary>
    public string Work => staging.PathOf("work");

    /// <summary>The folder for the outputs.</summary>
    public string Out => staging.PathOf(name);

    /// <summary>Where the outputs lie in the end.</summary>
    public string Final { get; }

    /// <summary>Lays out what the program sees; the user who runs mlc may read all of it, whatever the modes of the image say.</summary>
    public void Lay(FileTree inputs, FileTree tools, IEnumerable<string> outputFolders, CancellationToken cancel)
    {
        Unpacking.Into(Root, inputs, host, cancel, Entered, UnixFileMode.UserRead);
        Unpacking.Into(Work, tools, host, cancel, Entered, UnixFileMode.UserRead);
        foreach (string folder in outputFolders) host.Files.Directory.CreateDirectory(host.Files.Path.Combine(Out, folder));
    }

    /// <summary>Gives the outputs modes and times that say nothing of this run.</summary>
    public void Settle(long time)
    {
        staging.Delete("root");
        staging.Delete("work");
        staging.Settle(DateTimeOffset.FromUnixTimeSeconds(time), new HashSet<string>(StringComparer.Ordinal));
    }

    /// <summary>Moves the outputs to <see cref="Final"/>, in place of those of an earlier run.</summary>
    public void Commit() => staging.Commit();

    /// <inheritdoc/>
    public void Dispose() => staging.Dispose();
}
