using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC4002: There are more objects than a file system has inodes.</summary>
public static class ImageFullInodes
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4002",
        Name = "image-full-inodes",
        Severity = Severity.Error,
        Phase = Phase.Layout,
        Summary = "There are more objects than a file system has inodes.",
        Explanation =
            "newfs makes one inode for so many bytes (12248 in the root, 14000 in /usr), and the number cannot "
            + "grow afterwards.",
        Bad = """
            [filesystem.root]
            bytes-per-inode = 1000000
            """,
        Good = """
            [filesystem.root]
            bytes-per-inode = 12248
            """,
    };

    /// <summary>The file system <paramref name="name"/> needs more inodes than it has.</summary>
    public static Finding At(string name, string need, string help) =>
        Finding.Of(Rule, $"the {name} file system is out of inodes: {need}") with { Help = help, DetailKey = name };
}
