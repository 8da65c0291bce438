using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.World.Facts;
using ManifestLinker.Runtime.World.Phases;

namespace ManifestLinker.Runtime.World.Sources;

/// <summary>
/// The state that sources are in: where git has them, its revision and what differs from it; else all files by content. What lies at or below
/// <paramref name="leftOut"/>, full paths, is no part of it: what phases make, and what mlc itself keeps.
/// </summary>
internal sealed class SourceStates(Invocation invocation, IReadOnlyList<string> leftOut)
{
    private readonly IHost host = invocation.Host;

    /// <summary>The facts about the source called <paramref name="name"/> at the full path <paramref name="full"/>, in a fixed order.</summary>
    /// <exception cref="IOException">It cannot be read, or git fails.</exception>
    public IEnumerable<Fact> Of(string name, string full)
    {
        invocation.Cancel.ThrowIfCancellationRequested();
        switch (host.Status(full)?.Kind)
        {
            case null:
                return [Fact(name, "gone", "")];
            case FileKind.SymbolicLink:
                // The text counts, and so does what is read through it.
                string? end = host.Files.File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName;
                return [Fact(name, "link", host.LinkText(full)), .. end is null || host.Status(end) is null ? [] : Of(name, end)];
            case FileKind.Directory:
                return new GitSource(invocation, this, leftOut).TryRead(name, full, isDirectory: true) ?? new FolderSource(host, this, leftOut).Read(name, full, invocation.Cancel);
            default:
                return new GitSource(invocation, this, leftOut).TryRead(name, full, isDirectory: false) ?? [Fact(name, "content", FileDigest.Of(host, full))];
        }
    }

    /// <summary>A fact about the source called <paramref name="name"/>.</summary>
    public static Fact Fact(string name, string aspect, string value) => new(FactList.SourceField, name, aspect, value);

    /// <summary>Whether <paramref name="path"/> is left out.</summary>
    public static bool IsLeftOut(string path, IReadOnlyList<string> leftOut) => leftOut.Any(top => PhasePath.IsAtOrBelow(path, top));
}
