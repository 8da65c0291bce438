using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>A value with the place it was written at.</summary>
internal readonly record struct Placed<T>(T Value, Location Location)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Value}";
}
