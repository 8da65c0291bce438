namespace ManifestLinker.Runtime.World.Trace;

/// <summary>What is undeclared about an access, in the order of a report.</summary>
internal enum TraceKind
{
    /// <summary>It reads what another phase makes, which need not be done before.</summary>
    ReadsOutput,

    /// <summary>It reads what lies in the workspace and is no source.</summary>
    ReadsWorkspace,

    /// <summary>It reads what lies elsewhere, and not where the system is.</summary>
    ReadsOutside,

    /// <summary>It writes to what another phase makes.</summary>
    WritesOutput,

    /// <summary>It writes to the workspace, and not to outputs or sources.</summary>
    WritesWorkspace,

    /// <summary>It writes elsewhere, and not to where temporary files are.</summary>
    WritesOutside,
}
