using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Complete;

/// <summary>Objects of a complete area that need not be delivered, and where that is said.</summary>
public sealed record Exemption(IPathPattern Pattern, Location Location)
{
    /// <summary>Start and end (UTF-16 code units) of the statement that can be deleted by itself; null where it stands among others.</summary>
    public (int Start, int End)? Statement { get; init; }
}
