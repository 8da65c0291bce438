using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Mtree;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Import;

/// <summary>A listing in the form of mtree(5) as the entries of a manifest.</summary>
public static class MtreeManifest
{
    /// <summary>
    /// The entries of <paramref name="source"/>. Names that the listing shows to be of one inode are hard links to the first in ordinal order.
    /// What cannot be read or taken over is added to <paramref name="findings"/>.
    /// </summary>
    public static IReadOnlyList<ImportedEntry> Read(SourceText source, OwnerNames owners, ICollection<Finding> findings)
    {
        (IReadOnlyList<MtreeEntry> listed, IReadOnlyList<ListingProblem> problems) = MtreeReader.Read(source.Text);
        foreach (ListingProblem problem in problems)
            findings.Add(ImportSyntax.At(problem.Message, PlaceOf(source, problem.Line, problem.Column), "write it as mtree(5) has it"));

        // A value that makes no sense need not be missed as well.
        HashSet<int> faulty = [.. problems.Select(problem => problem.Line)];
        var entries = new List<ImportedEntry>(listed.Count);
        var files = new Dictionary<string, ImagePath>(StringComparer.Ordinal);
        // The sort is stable: of lines about one path the first stays the first.
        foreach (MtreeEntry line in listed.OrderBy(entry => entry.Path))
        {
            if (line.Path.IsRoot) continue;
            Location at = PlaceOf(source, line.Line, line.Column);
            Note(line, at, findings);
            if (Read(line, at, files, owners, findings) is { } entry) entries.Add(entry);
            else if (Lacking(line) is { } lack && !faulty.Contains(line.Line)) findings.Add(ImportSyntax.At($"'{line.Path}' has no {lack}", at, $"add {lack}=, there or to the last /set"));
        }
        return entries;
    }

    private static ImportedEntry? Read(
        MtreeEntry line, Location at, Dictionary<string, ImagePath> files, OwnerNames owners, ICollection<Finding> findings)
    {
        switch (line.Kind)
        {
            case null:
                return null;
            case FileKind.SymbolicLink when line.Target is { Length: > 0 } target:
                return new ImportedLink(line.Path, IsHard: false, target, at);
            case FileKind.SymbolicLink:
                return null;
            case FileKind.Regular or FileKind.Directory:
                return Node(line, at, files, owners, findings);
            case { } kind:
                findings.Add(TreeManifest.Special(line.Path, kind, at));
                return null;
        }
    }

    private static ImportedEntry? Node(
        MtreeEntry line, Location at, Dictionary<string, ImagePath> files, OwnerNames owners, ICollection<Finding> findings)
    {
        bool isFile = line.Kind == FileKind.Regular;
        if (isFile && line.Inode is { } known && files.TryGetValue(known, out ImagePath first) && first != line.Path)
            return new ImportedLink(line.Path, IsHard: true, first.Text, at);
        if (line.Permissions is not { } mode) return null;
        string owner = owners.Owner(line.User, line.Uid, line.Path);
        string group = owners.Group(line.Group, line.Gid, line.Path);
        var node = new ImportedNode(line.Path, !isFile, new Mode(mode), owner, group, at);
        if (!isFile || ReadBack.WhyNot(node) is not null) return node;
        if (line.Inode is { } inode) files.TryAdd(inode, line.Path);
        else if (line.Links is > 1) findings.Add(Apart(line, at));
        return node;
    }

    private static string? Lacking(MtreeEntry line) => line.Kind switch
    {
        null => "type",
        FileKind.SymbolicLink => "link",
        FileKind.Regular or FileKind.Directory => "mode",
        _ => null,
    };

    private static Finding Apart(MtreeEntry line, Location at) => ImportUnsupported.LeftOut(
        line.Path.Text, "file", $"has {line.Links} names, and the listing does not say which: it becomes a file of its own", at) with
    {
        Severity = Severity.Warning,
        Help = "have inodes listed (bsdtar: --options=mtree:inode), or write h lines for the others",
    };

    private static void Note(MtreeEntry line, Location at, ICollection<Finding> findings)
    {
        string? lost = line switch
        {
            { IsOptional: true } => "may be missing ('optional'), which a manifest cannot say: it must be there",
            { Flags: not (null or "" or "none" or "uarch") } => $"has flags={line.Flags}, which a manifest cannot say",
            _ => null,
        };
        if (lost is null) return;
        findings.Add(ImportUnsupported.LeftOut(line.Path.Text, "object", lost, at) with { Severity = Severity.Warning, Help = "check that the image can do without" });
    }

    private static Location PlaceOf(SourceText source, int line, int column)
    {
        int length = source.LineAt(line).Chars[(column - 1)..].IndexOfAny(" \t\r");
        return new Location(source, line, column, length < 0 ? source.LineAt(line).Chars.Length + 1 : column + length);
    }
}
