using System.Text.Json;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Mtree;
using ManifestLinker.Linker.Places;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Questions;

/// <summary>The answer about one object for programs, as <c>mlc.why/1</c>.</summary>
internal static class WhyJson
{
    /// <summary>Writes <paramref name="answer"/> to <paramref name="output"/>.</summary>
    public static void Write(WhyAnswer answer, Stream output) => JsonOutput.Write(output, json => json.WriteObject(null, () =>
    {
        json.WriteString("schema", "mlc.why/1");
        json.WriteString("path", JsonText.Of(answer.Path.Text));
        json.WriteBoolean("delivered", answer.Inode is not null);
        if (answer.Inode is { } inode) WriteInode(json, inode);
        if (answer.Provenance is { } from)
        {
            WriteEntry(json, "line", from.Entry);
            json.WriteArray("otherLines", from.Others, other => WriteEntry(json, null, other));
            if (from.Source is { } source) WriteSource(json, "source", source);
            json.WriteArray("hides", from.Hidden, hidden => WriteSource(json, null, hidden));
        }
        json.WriteArray("transforms", answer.Steps, step => json.WriteStringValue(JsonText.Of(step)));
        json.WriteArray("undelivered", answer.Undelivered, there => WriteSource(json, null, there));
        if (answer.Leads is { } walk) json.WriteString("leadsTo", walk.End is WalkEnd.Found or WalkEnd.Provided ? JsonText.Of(walk.Path.Text) : null);
        json.WriteArray("otherNames", answer.OtherNames, path => json.WriteStringValue(JsonText.Of(path.Text)));
        json.WriteArray("linkedFrom", answer.LinksHere, path => json.WriteStringValue(JsonText.Of(path.Text)));
        json.WriteArray("places", answer.Places, place => WritePlace(json, place));
        EdgeJson.Write(json, "needs", answer.Needs);
        EdgeJson.Write(json, "neededBy", answer.NeededBy);
    }));

    private static void WriteInode(Utf8JsonWriter json, Inode inode)
    {
        json.WriteString("type", MtreeType.WordFor(inode.Kind));
        json.WriteString("mode", new Mode(inode.Permissions).ToString());
        json.WriteNumber("uid", inode.Uid);
        json.WriteNumber("gid", inode.Gid);
        json.WriteNumber("size", inode.Size);
        if (inode.Kind == FileKind.SymbolicLink) json.WriteString("target", JsonText.Of(inode.Target));
    }

    private static void WriteEntry(Utf8JsonWriter json, string? name, Entry entry) => json.WriteObject(name, () =>
    {
        json.WriteString("component", entry.Origin.Component);
        json.WriteString("file", JsonText.Of(entry.Origin.Path.Source.Name));
        json.WriteNumber("line", entry.Origin.Path.Line);
        json.WriteString("text", JsonText.Of(entry.ToString()!));
    });

    private static void WriteSource(Utf8JsonWriter json, string? name, ProtoObject source) => json.WriteObject(name, () =>
    {
        json.WriteString("directory", JsonText.Of(source.Directory));
        json.WriteString("path", JsonText.Of(source.RealPath.Text));
        json.WriteString("type", MtreeType.WordFor(source.Kind));
    });

    private static void WritePlace(Utf8JsonWriter json, ObjectPlace place) => json.WriteObject(null, () =>
    {
        json.WriteString("fileSystem", place.FileSystem);
        json.WriteNumber("inode", place.Inode);
        json.WriteArray("runs", place.Runs, run => json.WriteObject(null, () =>
        {
            json.WriteNumber("offset", run.Offset);
            json.WriteNumber("length", run.Length);
        }));
    });
}
