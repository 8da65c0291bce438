namespace ManifestLinker.Runtime.World.Plan;

/// <summary>Where mlc keeps what it knows of phases: <c>.mlc/world</c> beside the workspace file. All of it may be deleted: the phases then run again.</summary>
internal sealed record WorldFolder(string Path)
{
    /// <summary>mlc's own folder, which is no source and no output.</summary>
    public const string Own = ".mlc";

    /// <summary>The name of the file that ninja reads.</summary>
    public const string Ninja = "build.ninja";

    /// <summary>The folder of the workspace whose file lies in <paramref name="root"/>.</summary>
    public static WorldFolder Of(string root) => new($"{root.TrimEnd('/')}/{Own}/world");

    /// <summary>What the phase depends on now: written only when it changes, so that ninja sees whether it did.</summary>
    public string Inputs(string phase) => $"{Path}/{phase}.inputs";

    /// <summary>What the phase depended on when it was last done; there only while its outputs are whole.</summary>
    public string Stamp(string phase) => $"{Path}/{phase}.stamp";

    /// <summary>
    /// A stamp set aside while the phase has other inputs. Its outputs are still there until the phase begins to run; where the inputs are again what
    /// they were, it becomes the stamp again.
    /// </summary>
    public string StampAside(string phase) => $"{Path}/{phase}.previous";

    /// <summary>How the phase is run.</summary>
    public string Job(string phase) => $"{Path}/job/{phase}.json";

    /// <summary>How the last run of the phase went.</summary>
    public string State(string phase) => $"{Path}/state/{phase}.json";

    /// <summary>All that the last run of the phase wrote.</summary>
    public string Log(string phase) => $"{Path}/log/{phase}.log";

    /// <summary>A folder for what goes to or comes from the store.</summary>
    public string Stage(string phase) => $"{Path}/stage/{phase}";

    /// <summary>Locked by the one mlc that runs phases here.</summary>
    public string RunLock => $"{Path}/run.lock";

    /// <summary>Locked by every phase that runs here.</summary>
    public string PhasesLock => $"{Path}/phases.lock";

    /// <summary>Names the run that may start phases now.</summary>
    public string CurrentRun => $"{Path}/run";

    /// <summary>Tells git that all in mlc's own folder is none of its business.</summary>
    public string GitIgnore => $"{Path}/../.gitignore";

    /// <summary>The folders that must be there.</summary>
    public IEnumerable<string> Folders => [$"{Path}/job", $"{Path}/state", $"{Path}/log"];
}
