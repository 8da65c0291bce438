namespace ManifestLinker.Compiler.Smf;

/// <summary>A file that a command is sure to need.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="IsExecuted">Whether the kernel executes it; otherwise a shell or another interpreter reads it.</param>
public readonly record struct MethodProgram(string Path, bool IsExecuted);
