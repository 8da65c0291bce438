using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC4001: The contents do not fit into the blocks of a file system.</summary>
public static class ImageFullBlocks
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4001",
        Name = "image-full-blocks",
        Severity = Severity.Error,
        Phase = Phase.Layout,
        Summary = "The contents do not fit into the blocks of a file system.",
        Explanation =
            "The sizes of the images are set by hand, and newfs and builder find out by a failed copy. mlc lays "
            + "everything out before it writes.",
        Bad = """
            [filesystem.root]
            size = 2000
            """,
        Good = """
            [filesystem.root]
            size = "auto"
            """,
    };

    /// <summary>The file system <paramref name="name"/> needs more blocks than it has.</summary>
    public static Finding At(string name, string need, string help) =>
        Finding.Of(Rule, $"the {name} file system is full: {need}") with { Help = help, DetailKey = name };
}
