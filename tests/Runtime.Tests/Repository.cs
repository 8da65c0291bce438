using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests;

/// <summary>Where the files of the project lie.</summary>
internal static class Repository
{
    public static string Root => Checkout.Root;

    public static string Golden { get; } = Checkout.At("tests/golden");
}
