namespace ManifestLinker.Runtime.World.Plan;

/// <summary>How far a run of a phase came.</summary>
internal enum PhaseStatus
{
    /// <summary>It began; where nobody runs it now, it was killed.</summary>
    Running,

    /// <summary>It ran to a good end.</summary>
    Ran,

    /// <summary>What it makes came from the store.</summary>
    Restored,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was ended before it was done.</summary>
    Interrupted,
}
