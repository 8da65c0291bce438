using System.Reflection;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>What this program calls itself.</summary>
internal static class Tool
{
    /// <summary>The name of the executable.</summary>
    public const string Name = "mlc";

    /// <summary>The version, as <c>1.2.3</c>.</summary>
    public static string Version { get; } =
        typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
