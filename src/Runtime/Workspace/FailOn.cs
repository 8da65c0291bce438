using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>The least severity that makes a run fail; null for never.</summary>
internal readonly record struct FailOn(Severity? Threshold)
{
    /// <summary>What counts where nobody says otherwise.</summary>
    public static readonly FailOn Default = new(Severity.Error);

    /// <summary>The words it is chosen by.</summary>
    public static readonly IReadOnlyList<string> Words = [.. SeverityNames.All, "never"];

    /// <summary>Reads one of <see cref="Words"/>.</summary>
    public static bool TryParse(string word, out FailOn failOn)
    {
        bool isSeverity = SeverityNames.TryParse(word, out Severity severity);
        failOn = new FailOn(isSeverity ? severity : null);
        return isSeverity || word is "never";
    }
}
