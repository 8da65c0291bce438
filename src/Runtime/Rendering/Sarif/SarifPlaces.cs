using System.Text.Json;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering.Sarif;

/// <summary>Writes the places of a run: files, regions of them, and objects of the image.</summary>
internal sealed class SarifPlaces(Utf8JsonWriter json, RunFacts run)
{
    /// <summary>What file names start from; where that lies is nobody's business but the machine's.</summary>
    public const string Root = "SRCROOT";

    private readonly FileNames files = new(run.WorkingDirectory);

    /// <summary>Writes where <paramref name="finding"/> is: its place, or the file that stands for all that was read, and its object.</summary>
    public void WriteLocations(Finding finding)
    {
        ReportedPlace place = ReportedPlace.Of(finding, run);
        json.WriteArray("locations", [place], _ => json.WriteObject(null, () =>
        {
            WritePhysical(place.File, place.At);
            if (finding.Subject is { Path.Length: > 0 } subject) WriteLogical(subject);
        }));
    }

    /// <summary>Writes the other places that a finding speaks of.</summary>
    public void WriteRelated(IEnumerable<Related> related)
    {
        int id = 0;
        json.WriteArray("relatedLocations", related, other => json.WriteObject(null, () =>
        {
            // The number makes two places different that say the same.
            json.WriteNumber("id", id++);
            json.WriteMessage("message", other.Message);
            if (other.Location is { } at) WritePhysical(at.File, at);
            else if (other.Path is { } path) WritePhysical(path, null);
        }));
    }

    /// <summary>Writes the file called <paramref name="name"/>.</summary>
    public void WriteFile(string name) => json.WriteObject("artifactLocation", () =>
    {
        json.WriteString("uri", RelativeUri.Of(files.Shown(name)));
        json.WriteString("uriBaseId", Root);
    });

    /// <summary>Writes the object that is called <paramref name="name"/> in the object at hand: lines and columns.</summary>
    public void WriteRegion(string name, TextRange range) => json.WriteObject(name, () =>
    {
        json.WriteNumber("startLine", range.StartLine);
        json.WriteNumber("startColumn", range.StartColumn);
        json.WriteNumber("endLine", range.EndLine);
        json.WriteNumber("endColumn", range.EndColumn);
    });

    private void WritePhysical(string file, Location? at) => json.WriteObject("physicalLocation", () =>
    {
        WriteFile(file);
        if (at is not null) WriteRegion("region", TextRange.Within(at));
    });

    private void WriteLogical(Subject subject) => json.WriteArray("logicalLocations", [subject], _ => json.WriteObject(null, () =>
    {
        json.WriteString("fullyQualifiedName", JsonText.Of(subject.Path));
        json.WriteString("kind", "resource");
    }));
}
