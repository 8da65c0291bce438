namespace ManifestLinker.Compiler.Smf;

/// <summary>What came of reading a bundle.</summary>
/// <param name="Bundle">What it says; null where it is no bundle at all.</param>
/// <param name="Faults">What is wrong with its form, in the order of the text.</param>
public sealed record BundleReading(ServiceBundle? Bundle, IReadOnlyList<XmlFault> Faults);
