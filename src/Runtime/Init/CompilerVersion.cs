using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Init;

/// <summary>Which libstdc++ comes with a compiler, as smartos-live's illumos-extra has it (Makefile, LIBSTDCXXVER by PRIMARY_COMPILER_VER).</summary>
internal static class CompilerVersion
{
    /// <summary>The variable of build.env.</summary>
    public const string Variable = "PRIMARY_COMPILER_VER";

    /// <summary>The versions of libstdc++, by the major version of the compiler.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, string>> Libraries =
    [
        new("4", "6.0.13"), new("6", "6.0.22"), new("7", "6.0.24"), new("9", "6.0.28"), new("10", "6.0.28"), new("14", "6.0.33"),
    ];

    /// <summary>The version that build.env sets; null where it sets none.</summary>
    /// <exception cref="UsageException">No libstdc++ is known for it: smartos-live would make a path that ends in a dot.</exception>
    public static string? Of(Checkout checkout, IReadOnlyList<Assignment> environment)
    {
        if (checkout.Value(environment, Variable) is not var (version, from)) return null;
        if (Libraries.Any(pair => pair.Key == version)) return version;
        throw new UsageException(
            $"{from.Location.File}:{from.Location.Line}: no libstdc++ is known for {Variable}={version}",
            $"known are the compilers {string.Join(", ", Libraries.Select(pair => pair.Key))}; configure with one of them");
    }
}
