using Xunit.Abstractions;
using Xunit.Sdk;

namespace ManifestLinker.Testing;

/// <summary>Makes the test cases of <see cref="FactNeedingAttribute"/>; an attribute by itself does not know whose method it marks.</summary>
public sealed class NeedingDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    /// <inheritdoc/>
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new NeedingTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}
