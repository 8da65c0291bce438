using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9021: An ISO image is inconsistent.</summary>
public static class IsoInconsistent
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9021",
        Name = "iso-inconsistent",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "An ISO image is inconsistent.",
        Explanation =
            "Its descriptors, path tables, directories and boot catalogue say where everything is, in part more than once. A first stage of a loader, firmware "
            + "and a system that is running each read another part of that, so that an image can start and then not be read.",
        Bad = "(an image of which a boot program was replaced without its boot info table)",
        Good = "(make the medium again)",
    };
}
