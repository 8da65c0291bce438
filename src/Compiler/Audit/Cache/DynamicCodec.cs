using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.Audit.Cache;

/// <summary>What a dynamic section says, as bytes and back.</summary>
internal static class DynamicCodec
{
    public static void Write(FactsWriter to, ElfDynamic dynamic)
    {
        to.List(dynamic.Entries, entry =>
        {
            to.Number((ulong)entry.Key);
            to.Number(entry.Value);
        });
        to.List(dynamic.Needed, need =>
        {
            to.Text(need.Name);
            to.Number(need.PositionFlags);
        });
        to.Text(dynamic.Soname);
        to.Text(dynamic.Rpath);
        to.Text(dynamic.Runpath);
        to.Text(dynamic.SearchPath);
        to.List(dynamic.Filters, filter =>
        {
            to.Number((int)filter.Kind);
            to.Text(filter.Text);
        });
        to.Text(dynamic.Config);
        to.Text(dynamic.Audit);
        to.Text(dynamic.DependencyAudit);
        to.Number(dynamic.Flags);
        to.Number(dynamic.Flags1);
        to.Flag(dynamic.HasTextRelocations);
        to.List(dynamic.VersionsDefined, version => WriteVersion(to, version));
        to.List(dynamic.VersionsNeeded, need =>
        {
            to.Text(need.File);
            to.List(need.Versions, version => WriteVersion(to, version));
        });
    }

    public static ElfDynamic Read(FactsReader from) => new()
    {
        Entries = from.List(() => KeyValuePair.Create((long)from.Number(), from.Number())),
        Needed = from.List(() => new ElfNeed(from.Text() ?? "", (uint)from.Number())),
        Soname = from.Text(),
        Rpath = from.Text(),
        Runpath = from.Text(),
        SearchPath = from.Text(),
        Filters = from.List(() => new ElfFilter((FilterKind)from.Int(), from.Text() ?? "")),
        Config = from.Text(),
        Audit = from.Text(),
        DependencyAudit = from.Text(),
        Flags = from.Number(),
        Flags1 = from.Number(),
        HasTextRelocations = from.Flag(),
        VersionsDefined = from.List(() => ReadVersion(from)),
        VersionsNeeded = from.List(() => new ElfVersionNeed(from.Text() ?? "", from.List(() => ReadVersion(from)))),
    };

    private static void WriteVersion(FactsWriter to, ElfVersion version)
    {
        to.Text(version.Name);
        to.Number(version.Hash);
        to.Number(version.Flags);
    }

    private static ElfVersion ReadVersion(FactsReader from) => new(from.Text() ?? "", (uint)from.Number(), (uint)from.Number());
}
