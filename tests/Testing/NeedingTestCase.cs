using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ManifestLinker.Testing;

/// <summary>A test that is skipped for what its method or its class needs.</summary>
public sealed class NeedingTestCase : XunitTestCase
{
    /// <summary>For the runner, which sends test cases between processes.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the de-serializer only")]
    public NeedingTestCase()
    {
    }

    internal NeedingTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod method)
        : base(diagnostics, display, displayOptions, method)
    {
    }

    /// <inheritdoc/>
    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute)
        ?? Need.Unmet(TestMethod.TestClass.Class.GetCustomAttributes(typeof(ClassNeedingAttribute))
            .SelectMany(attribute => attribute.GetConstructorArguments().OfType<IEnumerable<object>>().SelectMany(needs => needs.Cast<string>())));
}
