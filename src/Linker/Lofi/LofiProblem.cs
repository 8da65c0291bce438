namespace ManifestLinker.Linker.Lofi;

/// <summary>How bad a finding about a compressed lofi file is.</summary>
public enum LofiSeverity
{
    /// <summary>The driver takes it, but lofiadm would not have written it so.</summary>
    Note,

    /// <summary>The driver rejects the file, or gives wrong data or an error when it is read.</summary>
    Fatal,
}

/// <summary>A finding about a compressed lofi file.</summary>
public readonly record struct LofiProblem(LofiSeverity Severity, string Message);
