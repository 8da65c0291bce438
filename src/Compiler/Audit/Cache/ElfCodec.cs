using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.Audit.Cache;

/// <summary>The facts of an ELF object, as bytes and back.</summary>
internal static class ElfCodec
{
    public static void Write(FactsWriter to, ElfObject elf)
    {
        to.Number((int)elf.Class);
        to.Flag(elf.IsBigEndian);
        to.Number((int)elf.Type);
        to.Number(elf.Machine);
        to.Number(elf.OsAbi);
        to.Text(elf.Interpreter);
        to.List(elf.Segments, segment =>
        {
            to.Number(segment.Type);
            to.Number(segment.Flags);
            to.Number(segment.Offset);
            to.Number(segment.FileSize);
            to.Number(segment.Address);
            to.Number(segment.MemorySize);
        });
        to.List(elf.Sections, section =>
        {
            to.Text(section.Name);
            to.Number(section.Type);
            to.Number(section.Flags);
            to.Number(section.Offset);
            to.Number(section.Size);
        });
        to.Flag(elf.Dynamic is not null);
        if (elf.Dynamic is { } dynamic) DynamicCodec.Write(to, dynamic);
        to.List(elf.Symbols.Exported, to.Long);
        to.List(elf.Symbols.Wanted, symbol =>
        {
            to.Text(symbol.Name);
            to.Flag(symbol.IsWeak);
            to.Long(symbol.Hash);
            to.Number(symbol.Binding is { } bound ? (ulong)bound.BoundTo + 1 : 0);
            to.Number(symbol.Binding?.Flags ?? 0);
        });
        to.Text(elf.DependsOn);
        to.Flag(elf.Capabilities is not null);
        if (elf.Capabilities is { } needs)
        {
            to.Number(needs.Hardware1);
            to.Number(needs.Hardware2);
            to.Number(needs.Software1);
        }
        to.List(elf.Faults, to.Text);
    }

    public static ElfObject Read(FactsReader from) => new()
    {
        Class = (ElfClass)from.Int(),
        IsBigEndian = from.Flag(),
        Type = (ElfType)from.Int(),
        Machine = from.Int(),
        OsAbi = from.Int(),
        Interpreter = from.Text(),
        Segments = from.List(() => new ElfSegment((uint)from.Number(), (uint)from.Number(), from.Number(), from.Number(), from.Number(), from.Number())),
        Sections = from.List(() => new ElfSection(from.Text() ?? "", (uint)from.Number(), from.Number(), from.Number(), from.Number())),
        Dynamic = from.Flag() ? DynamicCodec.Read(from) : null,
        Symbols = new ElfSymbols(from.List(from.Long), from.List(() => Wanted(from))),
        DependsOn = from.Text(),
        Capabilities = from.Flag() ? new ElfCapabilities(from.Number(), from.Number(), from.Number()) : null,
        Faults = from.List(() => from.Text() ?? ""),
    };

    private static WantedSymbol Wanted(FactsReader from)
    {
        string name = from.Text() ?? "";
        bool isWeak = from.Flag();
        ulong hash = from.Long(), boundTo = from.Number();
        uint flags = (uint)from.Number();
        return new WantedSymbol(name, hash, isWeak, boundTo == 0 ? null : new SymbolBinding((int)(boundTo - 1), flags));
    }
}
