using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC3008: The proto area has an object that no manifest delivers.</summary>
public static class UnshippedInProto
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC3008",
        Name = "unshipped-in-proto",
        Severity = Severity.Info,
        Phase = Phase.Resolve,
        Fix = FixSafety.Safe,
        Summary = "The proto area has an object that no manifest delivers.",
        Explanation =
            "A file that was built and never declared is missed when something on the running system needs it: commands, kernel modules and "
            + "methods of services have been forgotten so, and single files of a new version of something large. What must be delivered as a "
            + "whole is declared with [[complete]] in the workspace file, and is an error then. Much else of a proto area ships nowhere on "
            + "purpose, so the rest is told, as information, to those only who name this rule by its id or name: a directory of which nothing is "
            + "delivered is one finding. Of today's tools tzcheck, ucodecheck and mancheck do this for a few directories each.",
        Bad = "(proto/usr/bin/xxd exists, all of usr/bin is declared as [[complete]], and no line delivers usr/bin/xxd)",
        Good = "f usr/bin/xxd 0555 root bin",
    };
}
