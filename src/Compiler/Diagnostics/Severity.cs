namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>How much a finding matters, in rising order.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Probably wrong, or right only by luck.</summary>
    Warning,

    /// <summary>Wrong: the platform would not build, or would not do what the manifest says.</summary>
    Error,
}
