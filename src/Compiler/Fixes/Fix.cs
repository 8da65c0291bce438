namespace ManifestLinker.Compiler.Fixes;

/// <summary>A way to put a finding right: what it does, in a few words, and the changes, which belong together.</summary>
public sealed record Fix(FixSafety Safety, string Title, IReadOnlyList<Edit> Edits)
{
    /// <summary>A fix of one change.</summary>
    public static Fix Of(FixSafety safety, string title, Edit edit) => new(safety, title, [edit]);
}
