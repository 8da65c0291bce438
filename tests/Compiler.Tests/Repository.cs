using ManifestLinker.Testing;

namespace ManifestLinker.Compiler.Tests;

/// <summary>Where the files of the project lie, and the data that may lie beside it.</summary>
internal static class Repository
{
    public static string Root => Checkout.Root;

    public static string Golden { get; } = Checkout.At("tests/golden");

    public static string Corpus { get; } = Checkout.Shared("corpus/smartos");
}
