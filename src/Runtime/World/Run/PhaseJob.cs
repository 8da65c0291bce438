using System.Text.Json;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.World.Facts;
using ManifestLinker.Runtime.World.Phases;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>
/// How a phase is run: all that the process which runs it needs to know, so that it does not read a workspace file that somebody edits meanwhile.
/// Values that are passed from mlc's environment are not in here, for they may be passwords. Paths are full.
/// </summary>
internal sealed record PhaseJob
{
    /// <summary>The phase's name.</summary>
    public required string Phase { get; init; }

    /// <summary>The workspace file.</summary>
    public required string WorkspaceFile { get; init; }

    /// <summary>Where the command runs.</summary>
    public required string Directory { get; init; }

    /// <summary>Launcher, command and arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Variables with their values.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The names of variables that are passed on.</summary>
    public required IReadOnlyList<string> Passed { get; init; }

    /// <summary>The phases before.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>What is read, by the name in facts.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>What is no source.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>What is made.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>Whether what was made before stays where it is.</summary>
    public required bool KeepsOutputs { get; init; }

    /// <summary>The job of <paramref name="phase"/> of <paramref name="world"/>.</summary>
    public static PhaseJob Of(CompileWorld world, Phase phase, IReadOnlyList<string> leftOut, int? sourceDate) => new()
    {
        Phase = phase.Name,
        WorkspaceFile = world.WorkspaceFile,
        Directory = phase.Directory.Full,
        Command = [.. phase.Section.Launcher.Concat(phase.Section.Command).Select(word => word.Value)],
        Variables = PhaseEnvironment.Of(phase.Section, world.MaxJobs, sourceDate),
        Passed = PhaseEnvironment.PassedTo(phase.Section),
        After = phase.After,
        Sources = new SortedDictionary<string, string>(phase.Sources.ToDictionary(source => source.Name, source => source.Full, StringComparer.Ordinal), StringComparer.Ordinal),
        LeftOut = leftOut,
        Outputs = [.. phase.Outputs.Select(output => output.Full)],
        KeepsOutputs = phase.Section.KeepsOutputs,
    };

    /// <summary>The job as JSON.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        JsonOutput.Write(bytes, json => json.WriteObject(null, () =>
        {
            json.WriteString("phase", Phase);
            json.WriteString("workspaceFile", WorkspaceFile);
            json.WriteString("directory", Directory);
            json.WriteArray("command", Command, json.WriteStringValue);
            json.WriteObject("variables", () => WriteAll(json, Variables));
            json.WriteArray("passed", Passed, json.WriteStringValue);
            json.WriteArray("after", After, json.WriteStringValue);
            json.WriteObject("sources", () => WriteAll(json, Sources));
            json.WriteArray("leftOut", LeftOut, json.WriteStringValue);
            json.WriteArray("outputs", Outputs, json.WriteStringValue);
            json.WriteBoolean("keepsOutputs", KeepsOutputs);
        }));
        return bytes.ToArray();
    }

    /// <summary>What <see cref="ToBytes"/> made <paramref name="bytes"/> from.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static PhaseJob Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            JsonElement root = document.RootElement;
            return new PhaseJob
            {
                Phase = root.GetProperty("phase").GetString()!,
                WorkspaceFile = root.GetProperty("workspaceFile").GetString()!,
                Directory = root.GetProperty("directory").GetString()!,
                Command = Texts(root, "command"),
                Variables = Pairs(root, "variables"),
                Passed = Texts(root, "passed"),
                After = Texts(root, "after"),
                Sources = Pairs(root, "sources"),
                LeftOut = Texts(root, "leftOut"),
                Outputs = Texts(root, "outputs"),
                KeepsOutputs = root.GetProperty("keepsOutputs").GetBoolean(),
            };
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException("the file that says how the phase is run is not understood; mlc world writes it again", wrong);
        }
    }

    private static void WriteAll(Utf8JsonWriter json, IReadOnlyDictionary<string, string> pairs)
    {
        foreach ((string name, string value) in pairs) json.WriteString(name, value);
    }

    private static string[] Texts(JsonElement root, string name) => [.. root.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];

    private static SortedDictionary<string, string> Pairs(JsonElement root, string name) =>
        new(root.GetProperty(name).EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal), StringComparer.Ordinal);
}
