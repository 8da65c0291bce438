namespace ManifestLinker.Runtime.Invocations;

/// <summary>How a run ended; the same for every command.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing at or above the threshold was found.</summary>
    public const int Done = 0;

    /// <summary>Something at or above the threshold was found.</summary>
    public const int Findings = 1;

    /// <summary>The call or the configuration is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The work could not be done.</summary>
    public const int Failed = 3;

    /// <summary>The user interrupted.</summary>
    public const int Interrupted = 130;
}
