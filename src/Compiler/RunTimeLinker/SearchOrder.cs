using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>In which directories, and in which order, what an object needs is looked for.</summary>
internal sealed class SearchOrder(RunTimeLinkerProfile profile)
{
    private readonly Dictionary<string, SearchList> lists = new(StringComparer.Ordinal);

    /// <summary>The text, read; the same text is read once.</summary>
    public SearchList Read(string text)
    {
        if (!lists.TryGetValue(text, out SearchList? list)) lists.Add(text, list = SearchList.Parse(text, profile.Syntax));
        return list;
    }

    /// <summary>
    /// The directories for what <paramref name="of"/> needs, which the objects <paramref name="loaders"/> led to, the nearest first. On
    /// illumos they count for nothing: a search path is for the object that carries it.
    /// </summary>
    public IEnumerable<DirectoryToSearch> For(LinkedObject of, IReadOnlyList<LinkedObject> loaders)
    {
        IEnumerable<DirectoryToSearch> own = profile.IsGnu ? Gnu(of, loaders) : OfText(of, of.Elf.Dynamic?.SearchPath);
        return of.Elf.Dynamic is { LeavesOutDefaultDirectories: true } ? own : own.Concat(Defaults(of.Elf));
    }

    /// <summary>The default directories for objects of the class of <paramref name="elf"/>.</summary>
    public IEnumerable<DirectoryToSearch> Defaults(ElfObject elf) => profile.DefaultDirectories(elf).Select(directory => new DirectoryToSearch(directory, null));

    private IEnumerable<DirectoryToSearch> OfText(LinkedObject of, string? text) => text is null ? []
        : Read(text).Expand(of.Origin, profile.Values).Select(path => new DirectoryToSearch(path.Path, path.Segment));

    private IEnumerable<DirectoryToSearch> Gnu(LinkedObject of, IReadOnlyList<LinkedObject> loaders)
    {
        if (of.Elf.Dynamic?.Runpath is { } runpath) return OfText(of, runpath);
        return loaders.Prepend(of).Where(loader => loader.Elf.Dynamic?.Runpath is null).SelectMany(loader => OfText(loader, loader.Elf.Dynamic?.Rpath));
    }
}
