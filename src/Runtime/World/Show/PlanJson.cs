using System.Text.Json;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.World.Facts;
using ManifestLinker.Runtime.World.Phases;
using ManifestLinker.Runtime.World.Plan;

namespace ManifestLinker.Runtime.World.Show;

/// <summary>Phases for programs: schema <c>mlc.world/1</c>. Within version 1, keys are added and never changed.</summary>
internal static class PlanJson
{
    /// <summary>The name of the schema.</summary>
    public const string Schema = "mlc.world/1";

    /// <summary>Writes <paramref name="planned"/>, with all that they depend on where <paramref name="detailed"/>.</summary>
    public static void Write(Stream output, IReadOnlyList<PlannedPhase> planned, bool detailed) => JsonOutput.Write(output, json => json.WriteObject(null, () =>
    {
        json.WriteString("schema", Schema);
        json.WriteArray("phases", planned, phase => json.WriteObject(null, () => WritePhase(json, phase, detailed)));
    }));

    private static void WritePhase(Utf8JsonWriter json, PlannedPhase planned, bool detailed)
    {
        Phase phase = planned.Phase;
        json.WriteString("name", phase.Name);
        json.WriteArray("after", phase.After, json.WriteStringValue);
        json.WriteArray("outputs", phase.Outputs, output => json.WriteStringValue(JsonText.Of(output.Name)));
        json.WriteString("key", planned.Facts.Key.Hex);
        json.WriteBoolean("upToDate", planned.IsUpToDate);
        json.WriteArray("reasons", planned.Reasons, reason => json.WriteStringValue(JsonText.Of(reason)));
        json.WriteArray("waiting", planned.Waiting, json.WriteStringValue);
        if (planned.Last is { } last)
        {
            json.WriteObject("last", () =>
            {
                json.WriteString("status", PhaseState.Word(last.Status));
                json.WriteString("started", last.Started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
                if (last.Time is { } time) json.WriteNumber("seconds", Math.Round(time.TotalSeconds, 3));
                if (last.ExitStatus is { } status) json.WriteNumber("exitStatus", status);
                if (last.Note is { } note) json.WriteString("note", JsonText.Of(note));
            });
        }
        if (detailed) json.WriteArray("inputs", planned.Facts.Facts, fact => json.WriteArray(null, fact.Fields, field => json.WriteStringValue(JsonText.Of(field))));
    }
}
