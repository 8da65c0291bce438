using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>Who offers the symbols that anybody wants. Of the millions that a platform offers, those that nobody wants are not kept.</summary>
internal sealed class SymbolIndex
{
    // SYMINFO_BT_PARENT, SYMINFO_BT_NONE, SYMINFO_BT_EXTERN (usr/src/uts/common/sys/link.h): left to whoever loads the object.
    private static readonly int[] LeftToOthers = [0xfffe, 0xfffd, 0xfffc];

    // What every linker makes for each object by itself.
    private static readonly string[] MadeByLinkers =
        ["_DYNAMIC", "_GLOBAL_OFFSET_TABLE_", "_PROCEDURE_LINKAGE_TABLE_", "_edata", "_end", "_etext", "edata", "end", "etext", "__bss_start"];

    private readonly Dictionary<ulong, List<Inode>> offered = [];

    /// <summary>The index of <paramref name="objects"/>, and of what they load.</summary>
    public SymbolIndex(IEnumerable<LinkedObject> objects)
    {
        LinkedObject[] all = [.. objects.DistinctBy(found => found.File.Inode)];
        foreach (LinkedObject user in all)
        {
            foreach (WantedSymbol wanted in Required(user.Elf)) offered.TryAdd(wanted.Hash, []);
        }
        foreach (LinkedObject provider in all)
        {
            foreach (ulong hash in provider.Elf.Symbols.Exported)
            {
                if (offered.TryGetValue(hash, out List<Inode>? providers)) providers.Add(provider.File.Inode);
            }
        }
    }

    /// <summary>What <paramref name="closure"/>'s object wants that nothing in the closure offers, in the order of its table.</summary>
    public IEnumerable<string> Unresolved(Closure closure)
    {
        HashSet<Inode> loaded = [.. closure.Objects.Select(found => found.File.Inode)];
        return Required(closure.Root.Elf).Where(wanted => !offered[wanted.Hash].Any(loaded.Contains)).Select(wanted => wanted.Name).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<WantedSymbol> Required(ElfObject elf) => elf.Symbols.Wanted.Where(wanted =>
        !wanted.IsWeak && !(wanted.Binding is { } binding && LeftToOthers.Contains(binding.BoundTo)) && !MadeByLinkers.Contains(wanted.Name));
}
