using System.Reflection;
using System.Text.Json;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>What this program calls itself.</summary>
internal static class Tool
{
    /// <summary>The name of the executable.</summary>
    public const string Name = "mlc";

    /// <summary>The version, as <c>1.2.3</c>.</summary>
    public static string Version { get; } =
        typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Writes what it is, and by which rules it judges, as the object <c>tool</c>.</summary>
    public static void Write(Utf8JsonWriter json) => json.WriteObject("tool", () =>
    {
        json.WriteString("name", Name);
        json.WriteString("version", Version);
        json.WriteString("rulesHash", RulesHash.Of(RuleTable.All));
    });
}
