using ManifestLinker.Testing;

namespace ManifestLinker.Grammar.Tests;

/// <summary>Where the files of the project lie, and the data that may lie beside it.</summary>
internal static class Repository
{
    public static string Root => Checkout.Root;

    public static string Grammar { get; } = Checkout.At("grammar");

    public static string Examples { get; } = Checkout.At("grammar/examples");

    public static string Corpus { get; } = Checkout.Shared("corpus/smartos");
}
