namespace ManifestLinker.Compiler.Import.Exceptions;

/// <summary>What a keyword of check_rtime or interface_check means here.</summary>
/// <param name="Rules">The rules it makes exceptions from.</param>
/// <param name="Obstacle">Why its patterns are none for paths; null where they are.</param>
/// <param name="IsOfSearchPath">Whether its patterns are for what ldd says of a search path (see <see cref="LddMessage"/>).</param>
public readonly record struct Keyword(IReadOnlyList<string> Rules, string? Obstacle, bool IsOfSearchPath = false)
{
    private const string OfMessages = "its pattern is compared with a message of ldd, not with a path";
    private const string OfLibraries = "it names a library that is not to be used, and no exception";

    /// <summary>The meaning of <paramref name="word"/> (check_rtime.pl, interface_check.pl); null where there is none.</summary>
    public static Keyword? Find(string word) => word switch
    {
        "EXEC_DATA" => For("MLC5062"),
        "EXEC_STACK" => For("MLC5061"),
        "TEXTREL" => For("MLC5060"),
        "NODIRECT" => For("MLC5064"),
        "NOSYMSORT" => For("MLC5069"),
        "STAB" => For("MLC5067"),
        "UNDEF_REF" => For("MLC5040"),
        "UNUSED_DEPS" => For("MLC5030"),
        "FORBIDDEN_DEP" => For("MLC5027"),
        "NO_COMMENT" => For("MLC5070"),
        "SKIP" => For("MLC5"),
        "PLUGIN" or "NOVERDEF" or "NONSTD_VERNAME" => For("MLC5073"),
        "UNUSED_RPATH" => new(["MLC5007", "MLC5008"], null, IsOfSearchPath: true),
        "UNUSED_OBJ" or "UNREF_OBJ" => new([], OfMessages),
        "OLDDEP" or "FORBIDDEN" => new([], OfLibraries),
        "NOCRLEALT" => new([], "it is about configuration files of crle, which no rule judges"),
        _ => null,
    };

    /// <summary>The keywords, for who has mistyped one.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "EXEC_DATA", "EXEC_STACK", "FORBIDDEN", "FORBIDDEN_DEP", "NOCRLEALT", "NODIRECT", "NONSTD_VERNAME", "NOSYMSORT", "NOVERDEF", "NO_COMMENT",
        "OLDDEP", "PLUGIN", "SKIP", "STAB", "TEXTREL", "UNDEF_REF", "UNREF_OBJ", "UNUSED_DEPS", "UNUSED_OBJ", "UNUSED_RPATH",
    ];

    private static Keyword For(string rule) => new([rule], null);
}
