using ManifestLinker.Runtime.Tests.Acceptance.Inputs;

namespace ManifestLinker.Runtime.Tests.Acceptance;

/// <summary>The sample platform, as programs of others see it.</summary>
public class SampleAcceptanceTests(SamplePlatform platform) : AcceptanceTests<SamplePlatform>(platform);
