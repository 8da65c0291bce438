namespace ManifestLinker.Runtime.Tests.EndToEnd.Running;

/// <summary>A test that is skipped, with the reason, where a program, a right or the real manifests are not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(params string[] tools)
    {
        string[] missing = [.. tools.Where(tool => Tools.Path(tool) is null)];
        if (missing.Length > 0) Skip = $"needs {string.Join(", ", missing)}";
    }

    /// <summary>The test runs mlc without rights.</summary>
    public bool Unprivileged { get => false; set { if (value && !Tools.CanDropPrivilege) Skip = "needs a user other than root"; } }

    /// <summary>The test mounts a small file system in a namespace of its own.</summary>
    public bool Mounting { get => false; set { if (value && !Tools.CanMount) Skip = "needs user and mount namespaces"; } }

    /// <summary>The test reads the real manifests of SmartOS.</summary>
    public bool Corpus { get => false; set { if (value && !Directory.Exists(Repository.Corpus)) Skip = $"needs the manifests of SmartOS in {Repository.Corpus}"; } }
}
