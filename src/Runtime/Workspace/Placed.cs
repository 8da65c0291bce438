using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Workspace.Shapes;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>A value with the place it was written at.</summary>
internal readonly record struct Placed<T>(T Value, Location Location)
{
    /// <summary>Where the reader describes itself: the shape of the value that this one stands for. Null where a file is read.</summary>
    public ValueShape? Shape { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Value}";
}
