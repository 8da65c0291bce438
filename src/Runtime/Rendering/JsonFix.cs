using System.Text.Json;
using ManifestLinker.Compiler.Fixes;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>A fix in <c>mlc.diagnostics/1</c>.</summary>
internal static class JsonFix
{
    /// <summary>Whether all that <paramref name="fix"/> writes can be written in JSON: bytes that are not UTF-8 cannot, and what is put in their place must not get into a manifest.</summary>
    public static bool IsExact(Fix fix) => fix.Edits.All(edit => JsonText.IsExact(edit.Replacement));

    /// <summary>Writes <paramref name="fix"/> as an object.</summary>
    public static void Write(Utf8JsonWriter json, Fix fix, FileNames files) => json.WriteObject(null, () =>
    {
        json.WriteString("safety", Safety(fix.Safety));
        json.WriteString("title", JsonText.Of(fix.Title));
        json.WriteArray("edits", fix.Edits, edit => json.WriteObject(null, () =>
        {
            json.WriteString("file", JsonText.Of(files.Shown(edit.Source.Name)));
            TextRange range = TextRange.Of(edit);
            json.WriteNumber("line", range.StartLine);
            json.WriteNumber("column", range.StartColumn);
            json.WriteNumber("endLine", range.EndLine);
            json.WriteNumber("endColumn", range.EndColumn);
            json.WriteString("text", edit.Replacement);
        }));
    });

    private static string Safety(FixSafety safety) => safety switch
    {
        FixSafety.Safe => "safe",
        FixSafety.Unsafe => "unsafe",
        _ => "offered",
    };
}
