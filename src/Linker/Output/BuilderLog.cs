using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Linker.Output;

/// <summary>
/// The log of builder(1) of smartos-live, line for line: directories, files, symbolic links, hard links. An unknown account
/// shows the number it got; what the link writes itself has no search directory.
/// </summary>
public static class BuilderLog
{
    /// <summary>Writes the log of <paramref name="entries"/> to <paramref name="writer"/>.</summary>
    public static void Write(
        IReadOnlyList<string> manifests,
        string output,
        IReadOnlyList<string> searchDirectories,
        IReadOnlyList<ResolvedEntry> entries,
        TextWriter writer)
    {
        foreach (string manifest in manifests) Line(writer, $"MANIFEST:   {manifest}");
        Line(writer, $"OUTPUT:     {output}");
        for (int i = 0; i < searchDirectories.Count; i++) Line(writer, $"SEARCH[{i:00}]: {searchDirectories[i]}");
        foreach (ResolvedEntry entry in entries)
        {
            if (entry.Entry is DirectoryEntry directory) Line(writer, $"DIR: {Attributes(directory, entry)}: OK");
        }
        foreach (ResolvedEntry entry in entries)
        {
            if (entry.Entry is FileEntry file)
                Line(writer, $"FILE: {Attributes(file, entry)}: {Outcome(entry)}");
        }
        foreach (ResolvedEntry entry in entries)
        {
            if (entry.Entry is SymlinkEntry link) Line(writer, $"LINK(symlink): {link.Path} => {link.Target}: OK");
        }
        foreach (ResolvedEntry entry in entries)
        {
            if (entry.Entry is HardLinkEntry link) Line(writer, $"LINK(link): {link.Path} => {link.Target}: OK");
        }
    }

    private static string Outcome(ResolvedEntry entry) => entry switch
    {
        { IsWrittenByLink: true } => "OK (written by the link)",
        { Source: { } source } => $"OK ({source.Directory})",
        _ => "FAILED",
    };

    private static string Attributes(NodeEntry node, ResolvedEntry entry) =>
        $"[{node.Path}][{node.Mode}][{node.Owner}/{entry.Uid}][{node.Group}/{entry.Gid}]";

    private static void Line(TextWriter writer, string text)
    {
        writer.Write(text);
        writer.Write('\n');
    }
}
