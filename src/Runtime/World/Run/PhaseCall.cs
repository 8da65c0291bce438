using ManifestLinker.Runtime.Processes;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>The call that runs a phase's command.</summary>
internal static class PhaseCall
{
    // Written to the log by the program itself, all of it arrives there, whoever is killed; and nothing waits for what it leaves running. Modes of what
    // it makes do not depend on who runs it.
    private const string ToLog = "umask 022; exec >\"$1\" 2>&1; shift; exec \"$@\"";

    /// <summary>The command of <paramref name="job"/> with its whole environment; <paramref name="variable"/> gives what mlc's has.</summary>
    public static ProgramCall Of(PhaseJob job, Func<string, string?> variable)
    {
        var environment = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in job.Passed)
        {
            if (variable(name) is { } value) environment[name] = value;
        }
        foreach ((string name, string value) in job.Variables) environment[name] = value;
        return new ProgramCall { Program = job.Command[0], Arguments = [.. job.Command.Skip(1)], Directory = job.Directory, Environment = environment };
    }

    /// <summary><paramref name="call"/> with all that it writes going to the file <paramref name="log"/>.</summary>
    public static ProgramCall LoggedTo(this ProgramCall call, string log) =>
        call with { Program = "/bin/sh", Arguments = ["-c", ToLog, "mlc", log, call.Program, .. call.Arguments] };
}
