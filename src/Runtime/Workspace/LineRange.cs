namespace ManifestLinker.Runtime.Workspace;

/// <summary>Whole lines of a text, from one number to another, both counted from 1 and included.</summary>
internal readonly record struct LineRange(int First, int Last);
