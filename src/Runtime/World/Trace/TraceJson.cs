using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>A trace for programs: schema <c>mlc.world-trace/1</c>. Within version 1, keys are added and never changed.</summary>
internal static class TraceJson
{
    /// <summary>The name of the schema.</summary>
    public const string Schema = "mlc.world-trace/1";

    /// <summary>Writes <paramref name="report"/> of a phase that ended well, or did not.</summary>
    public static void Write(Stream output, TraceReport report, bool isDone) => JsonOutput.Write(output, json => json.WriteObject(null, () =>
    {
        json.WriteString("schema", Schema);
        json.WriteString("phase", report.Phase.Name);
        json.WriteBoolean("done", isDone);
        json.WriteNumber("paths", report.Seen);
        json.WriteNumber("unclear", report.Unclear);
        json.WriteObject("system", () =>
        {
            foreach ((string folder, long uses) in report.System) json.WriteNumber(JsonText.Of(folder), uses);
        });
        json.WriteArray("undeclared", report.Groups, group => json.WriteObject(null, () =>
        {
            json.WriteString("kind", Word(group.Kind));
            if (group.Owner is not null) json.WriteString("phase", group.Owner);
            json.WriteString("help", JsonText.Of(TraceHelp.Of(report.Phase, group)));
            json.WriteArray("directories", group.Folders, folder => json.WriteObject(null, () =>
            {
                json.WriteString("path", JsonText.Of(folder.Path));
                json.WriteArray("files", folder.Files, file => json.WriteObject(null, () =>
                {
                    json.WriteString("name", JsonText.Of(file.Name));
                    json.WriteArray("access", Words(file.Access), json.WriteStringValue);
                }));
            }));
        }));
    }));

    private static string Word(TraceKind kind) => kind switch
    {
        TraceKind.ReadsOutput => "reads-output",
        TraceKind.ReadsWorkspace => "reads-workspace",
        TraceKind.ReadsOutside => "reads-outside",
        TraceKind.WritesOutput => "writes-output",
        TraceKind.WritesWorkspace => "writes-workspace",
        _ => "writes-outside",
    };

    private static IEnumerable<string> Words(Access access) => new (Access Access, string Word)[]
    {
        (Access.Look, "look"), (Access.List, "list"), (Access.Read, "read"), (Access.Run, "run"), (Access.Write, "write"),
    }.Where(one => (access & one.Access) != Access.None).Select(one => one.Word);
}
