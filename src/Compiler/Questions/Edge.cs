using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Questions;

/// <summary>One file of a platform that another names: what it says, and where that leads.</summary>
/// <param name="From">The file that names the other.</param>
/// <param name="Kind">As what.</param>
/// <param name="Text">The name as it stands in the file.</param>
/// <param name="To">The file that is found by it; null where none is.</param>
/// <param name="FoundBy">The path it is found by, before symbolic links are followed; null where it is not.</param>
/// <param name="Attempts">Where it was looked for in vain, in the order of the search.</param>
/// <param name="MayBeMissing">Whether nothing is wrong where it is not found.</param>
public sealed record Edge(AuditedFile From, EdgeKind Kind, string Text, AuditedFile? To, string? FoundBy, IReadOnlyList<Attempt> Attempts, bool MayBeMissing = false);

/// <summary>As what a file is named by another.</summary>
public enum EdgeKind
{
    /// <summary>A library that is loaded with it.</summary>
    Needed,

    /// <summary>A library that it stands in front of.</summary>
    Filter,

    /// <summary>A kernel module that it depends on.</summary>
    Module,

    /// <summary>The run-time linker that starts it (<c>PT_INTERP</c>).</summary>
    Linker,

    /// <summary>The interpreter of a script.</summary>
    Interpreter,
}
