using Xunit;
using Xunit.Sdk;

namespace ManifestLinker.Testing;

/// <summary>
/// A test that is skipped, and says why, where a program, a file of <c>../shared</c> or a variable is missing that it or its
/// class (<see cref="ClassNeedingAttribute"/>) needs.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("ManifestLinker.Testing.NeedingDiscoverer", "ManifestLinker.Testing")]
public sealed class FactNeedingAttribute : FactAttribute
{
    /// <summary>Takes needs as <see cref="Need"/> has them.</summary>
    public FactNeedingAttribute(params string[] needs) => Skip = Need.Unmet(needs);
}
