using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests;

/// <summary>Where the files of the project lie.</summary>
internal static class Repository
{
    public static string Root => Checkout.Root;

    public static string Golden { get; } = Checkout.At("tests/golden");

    /// <summary>The sample platform, which is delivered with the sources.</summary>
    public static string Sample { get; } = Checkout.At("manifests");

    /// <summary>The real manifests of SmartOS, where they lie beside the checkout.</summary>
    public static string Corpus { get; } = Checkout.Shared("corpus/smartos");
}
