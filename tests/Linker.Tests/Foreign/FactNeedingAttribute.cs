namespace ManifestLinker.Linker.Tests.Foreign;

/// <summary>A test that is skipped, and says why, where a program or a file of <c>../shared</c> is missing.</summary>
/// <remarks>Needs are names of programs, or <c>shared:</c> and a path below that folder.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactNeedingAttribute : FactAttribute
{
    public FactNeedingAttribute(params string[] needs)
    {
        string[] missing = [.. needs.Where(need => !IsThere(need))];
        if (missing.Length > 0) Skip = "missing here: " + string.Join(", ", missing);
    }

    private static bool IsThere(string need) => need.StartsWith("shared:", StringComparison.Ordinal)
        ? Path.Exists(SharedFiles.At(need["shared:".Length..]))
        : ForeignTool.Find(need) is not null;
}
