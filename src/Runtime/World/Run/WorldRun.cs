using System.Globalization;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Processes;
using ManifestLinker.Runtime.World.Phases;
using ManifestLinker.Runtime.World.Plan;
using ManifestLinker.Runtime.World.Show;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>Has ninja run the phases that must run.</summary>
internal sealed class WorldRun(Invocation invocation, CompileWorld world, WorldFolder folder, RunIdentity run)
{
    // Long enough for phases to be ended one by one; whatever is then still there is killed.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // What mlc and git need to work as they do here; phases get none of it but what they declare.
    private static readonly string[] OwnVariables =
    [
        "PATH", "HOME", "TMPDIR", "XDG_CONFIG_HOME", "SUDO_UID", "DOTNET_ROOT", "DOTNET_ROOT_X64", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES",
        "http_proxy", "https_proxy", "no_proxy", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR",
    ];

    private readonly IHost host = invocation.Host;

    /// <summary>
    /// Runs <paramref name="planned"/> as far as needed, <paramref name="jobs"/> side by side, and gives what ninja wrote and its exit status. After a
    /// failure nothing more is begun, unless <paramref name="keepsGoing"/>. The locks are held.
    /// </summary>
    /// <exception cref="IOException">There is no ninja, or nothing can be written.</exception>
    public (int Status, string Output) Run(IReadOnlyList<PlannedPhase> planned, int jobs, bool keepsGoing, WorldProgress progress)
    {
        string ninja = ProgramPath.Find(invocation, "ninja")
            ?? throw new IOException("ninja, which runs the phases, is not installed, or not in $PATH; Debian has it in the package ninja-build");
        Write(planned);
        using var output = new MemoryStream();
        using var killed = new CancellationTokenSource();
        using CancellationTokenRegistration stopping = invocation.Cancel.Register(() =>
        {
            RunIdentity.End(host.Files, folder);
            killed.CancelAfter(Patience);
        });
        using (progress.Start(planned, folder, run))
        {
            string[] words = ["-f", WorldFolder.Ninja, "-j", jobs.ToString(CultureInfo.InvariantCulture), "-k", keepsGoing ? "0" : "1", .. planned.Select(phase => $"{phase.Phase.Name}.stamp")];
            var call = new ProgramCall { Program = ninja, Arguments = words, Directory = folder.Path, Environment = OwnEnvironment() };
            int status = ProgramRunner.Run(call, output.Write, killed.Token);
            return (status, EscapedUtf8.Decode(output.ToArray()));
        }
    }

    private void Write(IReadOnlyList<PlannedPhase> planned)
    {
        IReadOnlyList<string> leftOut = WorldPlanner.LeftOut(world);
        foreach (PlannedPhase phase in planned)
        {
            string name = phase.Phase.Name;
            WriteIfChanged(folder.Inputs(name), phase.Facts.ToBytes());
            WholeFile.Write(host.Files, folder.Job(name), PhaseJob.Of(world, phase.Phase, leftOut, invocation.SourceDate).ToBytes());
            // Whether a phase must run is no question of times, which depend on clocks: it must where it has no stamp, and then alone it has none.
            (string from, string to) = phase.IsUpToDate ? (folder.StampAside(name), folder.Stamp(name)) : (folder.Stamp(name), folder.StampAside(name));
            if (host.Files.File.Exists(from)) host.Files.File.Move(from, to, overwrite: true);
        }
        WriteIfChanged($"{folder.Path}/{WorldFolder.Ninja}", EscapedUtf8.Encode(NinjaFile.Of(world.Phases, invocation.Program)));
    }

    private void WriteIfChanged(string path, byte[] content)
    {
        if (host.Files.File.Exists(path) && host.Files.File.ReadAllBytes(path).AsSpan().SequenceEqual(content)) return;
        WholeFile.Write(host.Files, path, content);
    }

    private SortedDictionary<string, string> OwnEnvironment()
    {
        var environment = new SortedDictionary<string, string>(StringComparer.Ordinal) { [RunIdentity.Variable] = run.Name };
        foreach (string name in OwnVariables.Concat(world.Phases.SelectMany(phase => phase.Section.Pass).Select(name => name.Value)))
        {
            if (invocation.Environment(name) is { } value) environment.TryAdd(name, value);
        }
        return environment;
    }
}
