namespace ManifestLinker.Linker.Compare;

/// <summary>How the contents of two files differ.</summary>
/// <param name="Nature">How much it matters.</param>
/// <param name="What">What differs, for a difference that does nothing, in words that complete "differs in".</param>
public sealed record ContentChange(ContentNature Nature, string What = "")
{
    /// <summary>What differs between two ELF objects that do not do the same; null where one is none.</summary>
    public ElfChange? Elf { get; init; }
}

/// <summary>How much a difference of contents matters.</summary>
public enum ContentNature
{
    /// <summary>It may do anything.</summary>
    Different,

    /// <summary>It does nothing.</summary>
    Noise,

    /// <summary>It follows from other differences, as that of a list of digests does.</summary>
    Derived,
}
