namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>A test that is skipped where a program, a shared file or an environment variable it needs is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OutsideFactAttribute : FactAttribute
{
    public OutsideFactAttribute(string[]? tools = null, string[]? shared = null, string[]? variables = null)
    {
        string[] missing =
        [
            .. (tools ?? []).Where(tool => Outside.Tool(tool) is null),
            .. (shared ?? []).Where(file => Outside.Shared(file) is null).Select(file => $"../shared/{file}"),
            .. (variables ?? []).Where(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))).Select(name => "$" + name),
        ];
        if (missing.Length > 0) Skip = $"needs {string.Join(", ", missing)}";
    }
}
