using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Runtime.Explain;

/// <summary>What is said of a rule in passing, each with what joins it to the words before; empty where there is nothing to say.</summary>
internal static class RuleFacts
{
    /// <summary>Whether one has to ask for it.</summary>
    public static string OptIn(Rule rule) => rule.OptIn ? ", off unless asked for" : "";

    /// <summary>Whether the profile lets nobody silence it.</summary>
    public static bool IsLocked(Rule rule) => SmartOs.Profile.Locked.Any(rule.Matches);

    /// <summary>Whether it can be silenced.</summary>
    public static string Locked(Rule rule) => IsLocked(rule) ? ", locked" : "";

    /// <summary>How its findings can be mended.</summary>
    public static string Fix(Rule rule) => rule.Fix switch
    {
        FixSafety.Safe => ", mended by --fix",
        FixSafety.Unsafe => ", mended by --unsafe-fixes",
        FixSafety.Offered => ", fixes offered",
        _ => "",
    };
}
