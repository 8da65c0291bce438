using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Security.Cryptography;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Inputs;
using ManifestLinker.Linker.Platform;

namespace ManifestLinker.Linker.Spdx;

/// <summary>
/// PREFIX.spdx.json: the bill of materials in the JSON form of SPDX 2.3. A package for the platform, one for each component, and every regular
/// file of the image but the compressed /usr, whose files are listed one by one.
/// </summary>
internal static class SpdxDocument
{
    private const string DocumentId = "SPDXRef-DOCUMENT";

    /// <summary>Writes the document of the platform with the files <paramref name="image"/> to <paramref name="output"/>, which is closed.</summary>
    /// <param name="plan">What was linked.</param>
    /// <param name="image">The image as it is mounted.</param>
    /// <param name="digests">The digests of its files, SHA-1 among them.</param>
    /// <param name="output">Takes the document.</param>
    /// <param name="cancel">Stops the writing.</param>
    public static void Write(LinkPlan plan, FileTree image, IReadOnlyDictionary<Inode, FileDigests> digests, Stream output, CancellationToken cancel)
    {
        LinkInput input = plan.Input;
        SpdxFile[] files = [.. Files(plan, image, digests, cancel)];
        SpdxPackage[] packages = [.. Packages(input, files)];
        using var lines = new JsonLines(output);
        lines.Value("spdxVersion", "SPDX-2.3");
        lines.Value("dataLicense", "CC0-1.0");
        lines.Value("SPDXID", DocumentId);
        lines.Value("name", input.Prefix);
        lines.Value("documentNamespace", Namespace(input, packages));
        lines.Value("creationInfo", json =>
        {
            json.WriteStartObject();
            json.WriteString("created", DateTimeOffset.FromUnixTimeSeconds(input.Stamp.Seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteStartArray("creators");
            json.WriteStringValue("Tool: " + input.Sources.Tool.Replace(' ', '-'));
            json.WriteEndArray();
            json.WriteEndObject();
        });
        lines.List("packages", packages, WritePackage);
        lines.List("files", files, WriteFile);
        lines.List("relationships", Relationships(packages), (json, relationship) =>
        {
            json.WriteString("spdxElementId", relationship.From);
            json.WriteString("relationshipType", relationship.Type);
            json.WriteString("relatedSpdxElement", relationship.To);
        });
    }

    private static IEnumerable<SpdxFile> Files(LinkPlan plan, FileTree image, IReadOnlyDictionary<Inode, FileDigests> digests, CancellationToken cancel)
    {
        Dictionary<Compiler.Ir.ImagePath, string> components = [];
        foreach (Compiler.Resolve.ResolvedEntry resolved in plan.Input.Entries) components[resolved.Entry.Path] = resolved.Entry.Origin.Component;
        foreach (TreeEntry entry in image.Entries)
        {
            cancel.ThrowIfCancellationRequested();
            if (entry.Inode.Kind != FileKind.Regular || entry.Path == plan.Input.Profile.CompressedUsr) continue;
            FileDigests known = digests.GetValueOrDefault(entry.Inode);
            if (known.Sha1 is null) known = ContentDigests.Of(entry.Inode.Content, sha1: true, cancel);
            yield return new SpdxFile(entry.Path, components.GetValueOrDefault(entry.Path), known.Sha1!.Value, known.Sha256);
        }
    }

    private static IEnumerable<SpdxPackage> Packages(LinkInput input, IReadOnlyList<SpdxFile> files)
    {
        ILookup<string?, SpdxFile> byComponent = files.ToLookup(file => file.Component, StringComparer.Ordinal);
        yield return new SpdxPackage(input.Prefix, SpdxPackage.PlatformId, input.Stamp.Text, SpdxPackage.NoAssertion, [.. byComponent[null]]);
        IEnumerable<string> named = files.Select(file => file.Component).OfType<string>().Concat(input.Sources.Components.Keys);
        int number = 0;
        foreach (string component in named.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            string? origin = input.Sources.Components.GetValueOrDefault(component);
            InputRepository? repository = input.Sources.Repositories.FirstOrDefault(repository => repository.Name.Equals(origin, StringComparison.Ordinal));
            yield return SpdxPackage.Of(component, ++number, repository, [.. byComponent[component]]);
        }
    }

    // A namespace belongs to one document: it is made of what tells this document from all others.
    private static string Namespace(LinkInput input, IReadOnlyList<SpdxPackage> packages)
    {
        var text = new StringBuilder($"{input.Sources.Tool}\n{input.Prefix}\n{input.Stamp.Seconds}\n");
        foreach (SpdxPackage package in packages)
        {
            text.Append(CultureInfo.InvariantCulture, $"{package.Name}\n{package.Version}\n{package.DownloadLocation}\n");
            foreach (SpdxFile file in package.Files) text.Append(CultureInfo.InvariantCulture, $"{file.Path}\n{file.Sha256}\n");
        }
        // A UUID of version 8 (RFC 9562): the bits are the maker's own.
        byte[] uuid = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))[..16];
        uuid[6] = (byte)((uuid[6] & 0x0f) | 0x80);
        uuid[8] = (byte)((uuid[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(uuid, bigEndian: true)}";
    }

    private static void WritePackage(Utf8JsonWriter json, SpdxPackage package)
    {
        json.WriteString("name", JsonLines.Whole(package.Name));
        json.WriteString("SPDXID", package.Id);
        if (package.Version is { } version) json.WriteString("versionInfo", version);
        json.WriteString("downloadLocation", package.DownloadLocation);
        // Without files there is nothing to make a code of.
        json.WriteBoolean("filesAnalyzed", package.Files.Count > 0);
        if (package.Files.Count == 0) return;
        json.WriteStartObject("packageVerificationCode");
        json.WriteString("packageVerificationCodeValue", VerificationCode.Of(package.Files));
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, SpdxFile file)
    {
        json.WriteString("fileName", "./" + JsonLines.Whole(file.Path.Text));
        json.WriteString("SPDXID", file.Id);
        json.WriteStartArray("checksums");
        foreach ((string algorithm, Digest value) in new[] { ("SHA1", file.Sha1), ("SHA256", file.Sha256) })
        {
            json.WriteStartObject();
            json.WriteString("algorithm", algorithm);
            json.WriteString("checksumValue", value.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static IEnumerable<(string From, string Type, string To)> Relationships(IReadOnlyList<SpdxPackage> packages)
    {
        yield return (DocumentId, "DESCRIBES", packages[0].Id);
        foreach (SpdxPackage component in packages.Skip(1)) yield return (packages[0].Id, "CONTAINS", component.Id);
        foreach (SpdxPackage package in packages)
        {
            foreach (SpdxFile file in package.Files) yield return (package.Id, "CONTAINS", file.Id);
        }
    }
}
