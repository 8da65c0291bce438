using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>Looks up every entry in the search directories, but for the contents of <paramref name="written"/>, which the link writes. All that is wrong comes out in one run.</summary>
public sealed class Resolver(IHost host, SearchPath search, AccountTables accounts, IReadOnlyList<ImagePath> written, ICollection<Finding> findings)
{
    private readonly NameIndex index = new(search);

    /// <summary>The entries of <paramref name="union"/>, each with its source.</summary>
    public IReadOnlyList<ResolvedEntry> Resolve(Union union)
    {
        foreach (SearchDirectory directory in search.Directories)
        {
            if (!directory.Exists) findings.Add(SearchDirMissing.At(directory.Name));
        }
        // Without any directory everything would be missing, and that one thing said a thousand times.
        return search.Directories.Any(directory => directory.Exists)
            ? [.. union.Entries.Select(Resolve)]
            : [.. union.Entries.Select(entry => new ResolvedEntry(entry, 0, 0, null, []))];
    }

    private ResolvedEntry Resolve(Entry entry)
    {
        (uint uid, uint gid) = entry is NodeEntry node
            ? (accounts.Owners.IdOf(node.Owner), accounts.Groups.IdOf(node.Group))
            : (0u, 0u);
        switch (entry)
        {
            case FileEntry file:
                (ProtoObject? source, IReadOnlyList<ProtoObject> hidden) = FindFile(file);
                return new(entry, uid, gid, source, hidden) { IsWrittenByLink = written.Contains(file.Path) };
            case DirectoryEntry directory:
                CheckDirectory(directory);
                break;
            case SymlinkEntry link:
                CheckLink(link);
                break;
        }
        return new(entry, uid, gid, null, []);
    }

    private (ProtoObject? Source, IReadOnlyList<ProtoObject> Hidden) FindFile(FileEntry file)
    {
        IReadOnlyList<ProtoObject> found = search.FindAll(file.Path, follow: true);
        if (found.Count == 0 && written.Contains(file.Path)) return (null, []);
        if (found.Count == 0)
        {
            ProtoObject? dangling = search.FindAll(file.Path, follow: false).FirstOrDefault(at => at.Kind == FileKind.SymbolicLink);
            string? near = dangling is null ? index.Nearest(file.Path) : null;
            findings.Add(SourceNotFound.At(file, [.. search.Directories.Select(d => d.Name)], dangling, near));
            return (null, []);
        }
        ProtoObject taken = found[0];
        if (taken.Kind != FileKind.Regular)
        {
            findings.Add(taken.Kind == FileKind.Directory ? SourceTypeMismatch.At(file, taken) : SpecialFile.At(file, taken));
            return (null, []);
        }
        if (taken.ThroughLink) findings.Add(SourceIsSymlink.At(file, taken));
        if (!host.CanRead(taken.HostPath))
        {
            findings.Add(UnreadableSource.At(file, taken));
            return (null, []);
        }
        foreach (ProtoObject lost in found.Skip(1))
            findings.Add(ShadowedSource.At(file, taken, lost, SameContent(taken, lost)));
        return (taken, [.. found.Skip(1)]);
    }

    private void CheckDirectory(DirectoryEntry directory)
    {
        ProtoObject? found = search.FindAll(directory.Path, follow: true) is [var first, ..] ? first : null;
        if (found is { Kind: not FileKind.Directory }) findings.Add(SourceTypeMismatch.At(directory, found));
    }

    private void CheckLink(SymlinkEntry link)
    {
        ProtoObject? found = search.FindAll(link.Path, follow: false) is [var first, ..] ? first : null;
        if (found is null) return;
        if (found.Kind != FileKind.SymbolicLink) findings.Add(SourceTypeMismatch.At(link, found));
        else if (!link.Target.Equals(found.Target, StringComparison.Ordinal)) findings.Add(SymlinkTargetDiffers.At(link, found));
    }

    private bool SameContent(ProtoObject a, ProtoObject b)
    {
        if (b.Kind != FileKind.Regular || a.Status.Size != b.Status.Size || !host.CanRead(b.HostPath)) return false;
        ByteSource other = b.Content(host);
        long at = 0;
        bool same = true;
        byte[] compared = new byte[256 * 1024];
        a.Content(host).ReadThrough(bytes =>
        {
            if (!same) return;
            other.Read(at, compared.AsSpan(0, bytes.Length));
            same = bytes.SequenceEqual(compared.AsSpan(0, bytes.Length));
            at += bytes.Length;
        });
        return same;
    }
}
