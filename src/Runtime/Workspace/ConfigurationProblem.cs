using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>One thing that is wrong with a workspace file: by which rule, where, what, and what to do about it.</summary>
internal sealed record ConfigurationProblem(Rule Rule, Location Location, string Message, string Help)
{
    /// <summary>The order problems are shown in: by file, then that of the text.</summary>
    public static readonly Comparison<ConfigurationProblem> ByPlace = (x, y) =>
    {
        int order = string.CompareOrdinal(x.Location.File, y.Location.File);
        if (order == 0) order = (x.Location.Line, x.Location.Column).CompareTo((y.Location.Line, y.Location.Column));
        return order == 0 ? string.CompareOrdinal(x.Message, y.Message) : order;
    };

    /// <summary>Another place the message speaks of, such as the first of two declarations.</summary>
    public Related? Related { get; init; }

    /// <summary>Whether the problem is that something is not there.</summary>
    public bool IsAbsence { get; init; }
}
