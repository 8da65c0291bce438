using System.Text.Json;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Platform;

namespace ManifestLinker.Linker.Inputs;

/// <summary>
/// PREFIX.inputs.json: everything that a platform was made from. Two platforms with the same listing are the same, but for a random password;
/// where two listings differ, the lines that differ say why the platforms do.
/// </summary>
internal static class InputsListing
{
    /// <summary>The name and version of the form, as documented.</summary>
    public const string Schema = "mlc.inputs/1";

    /// <summary>Writes the listing of <paramref name="plan"/>, whose file systems became images of these sizes, to <paramref name="output"/>, which is closed.</summary>
    public static void Write(LinkPlan plan, ImageSizes sizes, IReadOnlyDictionary<Inode, FileDigests> digests, Stream output, CancellationToken cancel)
    {
        LinkInput input = plan.Input;
        BuildInputs sources = input.Sources;
        using var lines = new JsonLines(output);
        lines.Value("schema", Schema);
        lines.Value("tool", sources.Tool);
        lines.Value("engine", sources.Engine);
        lines.Value("platform", input.Prefix);
        lines.Value("profile", input.Profile.Name);
        lines.Value("stamp", input.Stamp.Text);
        lines.Value("time", json => json.WriteNumberValue(input.Stamp.Seconds));
        lines.Value("sizes", json =>
        {
            json.WriteStartObject();
            json.WriteNumber("root", sizes.Root);
            json.WriteNumber("usr", sizes.Usr);
            json.WriteNumber("compressedUsr", sizes.CompressedUsr);
            json.WriteEndObject();
        });
        lines.List("manifests", sources.Manifests, WriteFile);
        lines.Value("search", json =>
        {
            json.WriteStartArray();
            foreach (string directory in input.SearchDirectories) json.WriteStringValue(JsonLines.Whole(directory));
            json.WriteEndArray();
        });
        lines.List("accounts", sources.Accounts, WriteFile);
        lines.List("variables", sources.Variables.OrderBy(pair => pair.Key, StringComparer.Ordinal), (json, pair) =>
        {
            json.WriteString("name", pair.Key);
            json.WriteString("value", JsonLines.Whole(pair.Value));
        });
        lines.List("repositories", sources.Repositories, WriteRepository);
        lines.List("transforms", plan.Transforms, (json, transform) =>
        {
            json.WriteString("name", JsonLines.Whole(transform.Name));
            json.WriteNumber("touched", transform.Touched.Count);
        });
        lines.List("steps", sources.Steps, WriteStep);
        lines.List("objects", Delivered(plan), (json, source) =>
        {
            cancel.ThrowIfCancellationRequested();
            WriteObject(json, source, plan, digests, cancel);
        });
    }

    private static IEnumerable<(ImagePath Path, ProtoObject From)> Delivered(LinkPlan plan) => plan.Input.Entries
        .Where(resolved => resolved is { Entry: FileEntry, Source: not null } && plan.Delivered.Find(resolved.Entry.Path) is { Kind: FileKind.Regular })
        .Select(resolved => (resolved.Entry.Path, resolved.Source!))
        .OrderBy(pair => pair.Path);

    private static void WriteFile(Utf8JsonWriter json, InputFile file)
    {
        json.WriteString("path", JsonLines.Whole(file.Path));
        if (file.Sha256 is { } digest) json.WriteString("sha256", digest.ToString());
    }

    private static void WriteRepository(Utf8JsonWriter json, InputRepository repository)
    {
        json.WriteString("name", JsonLines.Whole(repository.Name));
        if (repository.Revision is null) return;
        json.WriteString("revision", repository.Revision);
        json.WriteString("url", JsonLines.Whole(RepositoryUrl.WithoutSecrets(repository.Url)));
        json.WriteBoolean("dirty", repository.IsDirty);
    }

    // Whether it was run for this link or an earlier one is nothing that the platform depends on.
    private static void WriteStep(Utf8JsonWriter json, StepResult step)
    {
        json.WriteString("name", step.Name);
        if (step.Outcome == StepOutcome.Skipped) json.WriteBoolean("skipped", true);
        if (step.Recorded is { } folder) json.WriteString("recorded", JsonLines.Whole(folder));
        if (step.Key is { } key) json.WriteString("key", key);
        json.WriteStartArray("outputs");
        foreach (StepOutput output in step.Outputs)
        {
            json.WriteStartObject();
            json.WriteString("path", JsonLines.Whole(output.Path.Text));
            json.WriteNumber("size", output.Length);
            json.WriteString("sha256", output.Sha256.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // A search directory and the path below it are where it comes from; the path is told where links led to another one.
    private static void WriteObject(
        Utf8JsonWriter json, (ImagePath Path, ProtoObject From) source, LinkPlan plan, IReadOnlyDictionary<Inode, FileDigests> digests, CancellationToken cancel)
    {
        Inode inode = plan.Delivered.Find(source.Path)!;
        Digest sha256 = digests.TryGetValue(inode, out FileDigests known) ? known.Sha256 : ContentDigests.Of(inode.Content, cancel).Sha256;
        json.WriteString("path", JsonLines.Whole(source.Path.Text));
        json.WriteString("from", JsonLines.Whole(source.From.Directory));
        if (source.From.RealPath != source.Path) json.WriteString("at", JsonLines.Whole(source.From.RealPath.Text));
        json.WriteNumber("size", inode.Content.Length);
        json.WriteString("sha256", sha256.ToString());
    }
}

/// <summary>The sizes of the images, in bytes.</summary>
internal readonly record struct ImageSizes(long Root, long Usr, long CompressedUsr);
