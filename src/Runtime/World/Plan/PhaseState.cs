using System.Globalization;
using System.IO.Abstractions;
using System.Text.Json;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.World.Plan;

/// <summary>
/// How the last run of a phase went: <c>state/NAME.json</c>, schema <c>mlc.phase/1</c>. <see cref="Run"/> names the run of mlc it was part of,
/// <see cref="Note"/> says what there is to say besides.
/// </summary>
internal sealed record PhaseState(string Phase, string Run, PhaseStatus Status, string Key, DateTimeOffset Started)
{
    /// <summary>The exit status of the command; null where it did not end by itself.</summary>
    public int? ExitStatus { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>In a sentence, why it failed, or what is odd about it.</summary>
    public string? Note { get; init; }

    /// <summary>How long it took; none while it runs.</summary>
    public TimeSpan? Time => Ended - Started;

    /// <summary>The state at <paramref name="path"/>; null where there is none that can be understood.</summary>
    public static PhaseState? Read(IFileSystem files, string path)
    {
        if (!files.File.Exists(path)) return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(files.File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            return new PhaseState(
                root.GetProperty("phase").GetString()!,
                root.GetProperty("run").GetString()!,
                Enum.Parse<PhaseStatus>(root.GetProperty("status").GetString()!, ignoreCase: true),
                root.GetProperty("key").GetString()!,
                root.GetProperty("started").GetDateTimeOffset())
            {
                ExitStatus = root.TryGetProperty("exitStatus", out JsonElement status) ? status.GetInt32() : null,
                Ended = root.TryGetProperty("ended", out JsonElement ended) ? ended.GetDateTimeOffset() : null,
                Note = root.TryGetProperty("note", out JsonElement note) ? note.GetString() : null,
            };
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Puts it at <paramref name="path"/>, as a whole or not at all.</summary>
    public void Write(IFileSystem files, string path)
    {
        using var bytes = new MemoryStream();
        JsonOutput.Write(bytes, json => json.WriteObject(null, () =>
        {
            json.WriteString("schema", "mlc.phase/1");
            json.WriteString("phase", Phase);
            json.WriteString("run", Run);
            json.WriteString("status", Word(Status));
            json.WriteString("key", Key);
            json.WriteString("started", Spelled(Started));
            if (Ended is { } ended) json.WriteString("ended", Spelled(ended));
            if (Time is { } time) json.WriteNumber("seconds", Math.Round(time.TotalSeconds, 3));
            if (ExitStatus is { } status) json.WriteNumber("exitStatus", status);
            if (Note is { } note) json.WriteString("note", JsonText.Of(note));
        }));
        WholeFile.Write(files, path, bytes.ToArray());
    }

    /// <summary><paramref name="status"/> as a word.</summary>
    public static string Word(PhaseStatus status) => status switch
    {
        PhaseStatus.Running => "running",
        PhaseStatus.Ran => "ran",
        PhaseStatus.Restored => "restored",
        PhaseStatus.Failed => "failed",
        _ => "interrupted",
    };

    private static string Spelled(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
