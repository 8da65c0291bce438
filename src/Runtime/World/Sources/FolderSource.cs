using System.Globalization;
using System.Security.Cryptography;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.World.Facts;

namespace ManifestLinker.Runtime.World.Sources;

/// <summary>A source that git does not have: every file of it counts, and every repository that lies in it by its own state.</summary>
internal sealed class FolderSource(IHost host, SourceStates states, IReadOnlyList<string> leftOut)
{
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<Fact> nested = [];
    private int count;

    /// <summary>The facts about the directory <paramref name="full"/>, called <paramref name="name"/>.</summary>
    public IReadOnlyList<Fact> Read(string name, string full, CancellationToken cancel)
    {
        Walk(name, full, "", cancel);
        string hash = Convert.ToHexStringLower(digest.GetHashAndReset());
        return [SourceStates.Fact(name, "content", string.Create(CultureInfo.InvariantCulture, $"{count} objects {hash}")), .. nested];
    }

    private void Walk(string name, string directory, string below, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        foreach (string entry in host.Files.Directory.EnumerateFileSystemEntries(directory).Select(path => host.Files.Path.GetFileName(path)).Order(StringComparer.Ordinal))
        {
            string path = $"{directory}/{entry}", relative = below + entry;
            if (SourceStates.IsLeftOut(path, leftOut)) continue;
            if (host.Status(path) is not { } status) throw new InvalidDataException($"{directory}: '{VisibleText.Of(entry)}' cannot be looked at; names of sources must be UTF-8");
            bool isDirectory = status.Kind == FileKind.Directory;
            if (isDirectory && host.Status($"{path}/.git") is not null)
            {
                nested.AddRange(states.Of($"{name}/{relative}", path));
                continue;
            }
            count++;
            // Neither a path nor a digest holds a NUL, so no two trees give the same bytes.
            digest.AppendData(EscapedUtf8.Encode($"{relative}\0{FileDigest.Of(host, path)}\0"));
            if (isDirectory) Walk(name, path, relative + "/", cancel);
        }
    }
}
