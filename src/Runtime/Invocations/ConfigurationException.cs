using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Invocations;

/// <summary>The workspace file is wrong: everything that is wrong with it.</summary>
internal sealed class ConfigurationException(IReadOnlyList<ConfigurationProblem> problems) : Exception("the workspace file is wrong")
{
    /// <summary>The problems.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems => problems;
}
