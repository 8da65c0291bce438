using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>How phases are spelled in every output.</summary>
internal static class PhaseNames
{
    /// <summary>The name of <paramref name="phase"/>.</summary>
    public static string Of(Phase phase) => phase switch
    {
        Phase.Configuration => "configuration",
        Phase.Syntax => "syntax",
        Phase.Semantics => "semantics",
        Phase.Resolve => "resolve",
        Phase.Layout => "layout",
        Phase.Audit => "audit",
        Phase.Verify => "verify",
        Phase.Compare => "compare",
        Phase.Import => "import",
        Phase.Judgement => "judgement",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "no phase"),
    };
}
