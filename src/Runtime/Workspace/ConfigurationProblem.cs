using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>One thing that is wrong with a workspace file: where, what, and what to do about it.</summary>
internal sealed record ConfigurationProblem(Location Location, string Message, string Help)
{
    /// <summary>Another place the message speaks of, such as the first of two declarations.</summary>
    public Related? Related { get; init; }
}
