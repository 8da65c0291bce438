using System.Text.Json;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Compare;
using ManifestLinker.Linker.Mtree;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Differences;

/// <summary>For programs: schema <c>mlc.diff/1</c>. Within version 1, keys are added and never changed.</summary>
internal sealed class JsonDifference : IDifferenceRenderer
{
    /// <inheritdoc/>
    public void Render(DifferenceReport report, Stream output) => JsonOutput.Write(output, json => json.WriteObject(null, () =>
    {
        json.WriteString("schema", "mlc.diff/1");
        Tool.Write(json);
        WriteImage(json, "old", report.OldName, report.Difference.Old, report.Difference.OldBytes);
        WriteImage(json, "new", report.NewName, report.Difference.New, report.Difference.NewBytes);
        WriteSummary(json, report);
        if (report.Components is { } components) json.WriteArray("components", components, area => WriteArea(json, area));
        else json.WriteNull("components");
        json.WriteArray("directories", report.Directories, area => WriteArea(json, area));
        json.WriteArray("changes", report.Difference.Changes, change => WriteChange(json, change));
        var files = new FileNames(report.Run.WorkingDirectory);
        json.WriteArray("diagnostics", JudgedFinding.Of(report.Verdict, report.Run.ShowSuppressed), finding => JsonRenderer.WriteFinding(json, finding, files));
    }));

    private static void WriteImage(Utf8JsonWriter json, string key, string name, FileTree tree, long bytes) => json.WriteObject(key, () =>
    {
        json.WriteString("image", JsonText.Of(name));
        json.WriteNumber("objects", tree.Entries.Count);
        json.WriteNumber("bytes", bytes);
    });

    private static void WriteSummary(Utf8JsonWriter json, DifferenceReport report) => json.WriteObject("summary", () =>
    {
        json.WriteBoolean("ok", !report.Verdict.Fails(report.Run.FailOn));
        json.WriteBoolean("identical", report.Difference.IsNone);
        json.WriteBoolean("functionallyEqual", report.Difference.IsNoise);
        json.WriteNumber("added", report.Added.Count);
        json.WriteNumber("removed", report.Removed.Count);
        json.WriteNumber("moved", report.Moved.Count);
        json.WriteNumber("changed", report.Changed.Count);
        json.WriteNumber("equal", report.Equal.Count);
        json.WriteNumber("timeAlone", report.Times);
        json.WriteNumber("growth", report.Difference.NewBytes - report.Difference.OldBytes);
        foreach (Severity severity in new[] { Severity.Error, Severity.Warning, Severity.Info })
            json.WriteNumber(SeverityNames.Of(severity), report.Verdict.Count(severity));
        json.WriteNumber("suppressed", report.Verdict.Excused.Count);
    });

    private static void WriteArea(Utf8JsonWriter json, AreaSize area) => json.WriteObject(null, () =>
    {
        json.WriteString("name", JsonText.Of(area.Name));
        json.WriteNumber("oldBytes", area.OldBytes);
        json.WriteNumber("newBytes", area.NewBytes);
        json.WriteNumber("added", area.Added);
        json.WriteNumber("removed", area.Removed);
        json.WriteNumber("changed", area.Changed);
    });

    private static void WriteChange(Utf8JsonWriter json, ObjectChange change) => json.WriteObject(null, () =>
    {
        json.WriteString("path", JsonText.Of(change.Path.Text));
        json.WriteString("change", change.IsAdded ? "added" : change.IsRemoved ? "removed" : "changed");
        json.WriteBoolean("functionallyEqual", change.IsNoise);
        WriteObject(json, "old", change.Old);
        WriteObject(json, "new", change.New);
        json.WriteArray("attributes", change.Attributes, attribute => json.WriteObject(null, () =>
        {
            json.WriteString("name", AttributeNames.Of(attribute.Attribute));
            json.WriteString("old", JsonText.Of(attribute.Old));
            json.WriteString("new", JsonText.Of(attribute.New));
        }));
        if (change.Content is { } content) WriteContent(json, content);
        if (change.Moved is { } moved) json.WriteString(change.IsAdded ? "movedFrom" : "movedTo", JsonText.Of(moved.Text));
        if (change.OtherName is { } other) json.WriteString("otherName", JsonText.Of(other.Text));
    });

    private static void WriteContent(Utf8JsonWriter json, ContentChange content) => json.WriteObject("content", () =>
    {
        json.WriteString("nature", content.Nature switch
        {
            ContentNature.Noise => "noise",
            ContentNature.Derived => "derived",
            _ => "different",
        });
        if (content.What.Length > 0) json.WriteString("what", content.What);
    });

    private static void WriteObject(Utf8JsonWriter json, string key, Inode? inode)
    {
        if (inode is null)
        {
            json.WriteNull(key);
            return;
        }
        json.WriteObject(key, () =>
        {
            json.WriteString("type", MtreeType.WordFor(inode.Kind));
            json.WriteString("mode", new Mode(inode.Permissions).ToString());
            json.WriteNumber("uid", inode.Uid);
            json.WriteNumber("gid", inode.Gid);
            json.WriteNumber("size", inode.Size);
            json.WriteNumber("mtime", inode.Modified);
            if (inode.Kind == FileKind.SymbolicLink) json.WriteString("target", JsonText.Of(inode.Target));
            if (inode.Kind is FileKind.CharacterDevice or FileKind.BlockDevice) json.WriteString("device", $"{inode.Device.Major},{inode.Device.Minor}");
        });
    }
}
