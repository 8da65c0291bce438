using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>How severities are spelled, in files, on the command line and in every output.</summary>
internal static class SeverityNames
{
    /// <summary>The names, the gravest first.</summary>
    public static readonly IReadOnlyList<string> All = ["error", "warning", "info"];

    /// <summary>The name of <paramref name="severity"/>.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary>The severity called <paramref name="name"/>; false where none is.</summary>
    public static bool TryParse(string name, out Severity severity)
    {
        severity = name switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            _ => Severity.Info,
        };
        return All.Contains(name, StringComparer.Ordinal);
    }
}
