namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>The order findings are shown in: file, line, column, rule, then message. Those that stand in no text come last.</summary>
public sealed class FindingOrder : IComparer<Finding>
{
    /// <summary>The one order.</summary>
    public static readonly FindingOrder Instance = new();

    /// <inheritdoc/>
    public int Compare(Finding? x, Finding? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        int order = (x.Location is null ? 1 : 0) - (y.Location is null ? 1 : 0);
        if (order == 0) order = string.CompareOrdinal(x.Location?.File, y.Location?.File);
        if (order == 0) order = (x.Location?.Line ?? 0) - (y.Location?.Line ?? 0);
        if (order == 0) order = (x.Location?.Column ?? 0) - (y.Location?.Column ?? 0);
        if (order == 0) order = string.CompareOrdinal(x.Rule.Id, y.Rule.Id);
        if (order == 0) order = string.CompareOrdinal(x.Subject?.Path, y.Subject?.Path);
        return order == 0 ? string.CompareOrdinal(x.Message, y.Message) : order;
    }
}
