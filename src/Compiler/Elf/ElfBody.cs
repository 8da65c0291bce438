using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Elf;

/// <summary>What lies behind the header of an object: its tables, and how they lead to one another.</summary>
internal sealed class ElfBody
{
    private readonly ElfFile file;
    private readonly ElfHeader header;
    private readonly ElfHeaderTables tables;
    private readonly ElfMap map;
    private readonly ElfDynamicEntries? entries;

    public ElfBody(ElfFile file, ElfHeader header)
    {
        this.file = file;
        this.header = header;
        tables = ElfHeaderTables.Read(file, header);
        map = new ElfMap(tables.Segments);
        entries = ElfDynamicEntries.Read(file, tables, map);
    }

    /// <summary>The object, of which <paramref name="known"/> is what the header says.</summary>
    public ElfObject AddTo(ElfObject known)
    {
        string? interpreter = Interpreter();
        var versions = new ElfVersionReader(file, entries?.Strings);
        ElfVersion[] defined = [.. VersionsDefined(versions).Select(version => version.Version)];
        IReadOnlyList<ElfVersionNeed> wanted = Place(DynamicTag.VersionsNeeded, ElfSectionType.VersionsNeeded, "table of versions wanted") is { } needs
            ? versions.Needed(needs, entries![DynamicTag.VersionsNeededCount] ?? ElfLimits.Versions)
            : [];
        ElfDynamic? dynamic = entries is null ? null : ElfDynamicReader.Read(file, entries, defined, wanted);
        ElfSymbols symbols = Symbols(out string? dependsOn);
        return known with
        {
            Interpreter = interpreter,
            Segments = tables.Segments,
            Sections = [.. tables.Sections.Skip(1).Select(section => new ElfSection(section.Name, section.Type, section.Flags, section.Offset, section.Size))],
            Dynamic = dynamic,
            Symbols = symbols,
            DependsOn = dependsOn,
            Capabilities = Capabilities(),
            Faults = [.. file.Faults],
        };
    }

    /// <summary>See <see cref="ElfReader.ExportedNames"/>.</summary>
    public IReadOnlyList<ExportedName> ExportedNames()
    {
        const int Absolute = 0xfff1;
        if (ElfSymbolTable.Find(file, header, tables, map, entries) is not { } table) return [];
        var versions = new Dictionary<int, string>();
        foreach ((int number, ElfVersion version) in VersionsDefined(new ElfVersionReader(file, entries?.Strings)))
        {
            // The first is the object itself, which is no version of a symbol.
            versions.TryAdd(number, (version.Flags & ElfVersion.Base) != 0 ? "" : version.Name);
        }
        var own = new HashSet<string>(versions.Values, StringComparer.Ordinal);
        var names = new HashSet<ExportedName>();
        new ElfSymbolReader(file, table).ForEachOffered(SymbolVersions(), (symbol, name, number) =>
        {
            string? version = versions.GetValueOrDefault(number) is { Length: > 0 } known ? known : null;
            if (symbol.Section != Absolute || !own.Contains(name)) names.Add(new ExportedName(name, version));
        });
        return [.. names.OrderBy(name => name.Name, StringComparer.Ordinal).ThenBy(name => name.Version, StringComparer.Ordinal)];
    }

    private List<(int Number, ElfVersion Version)> VersionsDefined(ElfVersionReader versions) =>
        Place(DynamicTag.VersionsDefined, ElfSectionType.VersionsDefined, "table of versions offered") is { } place
            ? versions.Defined(place, entries![DynamicTag.VersionsDefinedCount] ?? ElfLimits.Versions)
            : [];

    private ElfSymbols Symbols(out string? dependsOn)
    {
        dependsOn = null;
        if (ElfSymbolTable.Find(file, header, tables, map, entries) is not { } table) return ElfSymbols.None;
        var reader = new ElfSymbolReader(file, table);
        ElfSymbols symbols = reader.Read(
            ElfPlace.Find(file, tables, map, entries, DynamicTag.SymbolInfo, entries?[DynamicTag.SymbolInfoSize], ElfSectionType.SymbolInfo, "symbol information"),
            SymbolVersions());
        if (reader.ModuleDependenciesSymbol is { } symbol) dependsOn = TextAt(symbol);
        return symbols;
    }

    private ElfPlace? SymbolVersions() => Place(DynamicTag.SymbolVersions, ElfSectionType.SymbolVersions, "table of the versions of symbols");

    // Versions are of the dynamic section: an object without one has none that anybody looks at.
    private ElfPlace? Place(long tag, uint sectionType, string name) =>
        entries is null ? null : ElfPlace.Find(file, tables, map, entries, tag, null, sectionType, name);

    private string? Interpreter()
    {
        foreach (ElfSegment segment in tables.Segments)
        {
            if (segment.Type != ElfSegmentType.Interpreter) continue;
            byte[] bytes = file.Bytes(segment.Offset, file.Within(segment.Offset, segment.FileSize, ElfLimits.PathLength));
            int end = bytes.AsSpan().IndexOf((byte)0);
            if (end < 0) file.Fault("the path of the interpreter does not end within its segment");
            return EscapedUtf8.Decode(bytes.AsSpan(0, end < 0 ? bytes.Length : end));
        }
        return null;
    }

    private ElfCapabilities? Capabilities()
    {
        foreach (ElfSegment segment in tables.Segments)
        {
            if (segment.Type == ElfSegmentType.Capabilities) return ElfCapabilities.Read(file, new ElfPlace(segment.Offset, segment.FileSize));
        }

        // GNU tools number their attributes like this section of others.
        return ElfPlace.Find(file, tables, map, entries, DynamicTag.SunwCapabilities, null, ElfSectionType.Capabilities, "capabilities", ".SUNW_cap") is { } place
            ? ElfCapabilities.Read(file, place)
            : null;
    }

    // The value of a symbol is an address, or in a relocatable object a place in its section.
    private string? TextAt(ElfSymbol symbol)
    {
        ulong offset = 0, left = 0;
        if (header.Type == (int)ElfType.Relocatable && symbol.Section < tables.Sections.Count && tables.Sections[symbol.Section] is var section)
        {
            if (section.Type != ElfSectionType.NoBits && symbol.Value < section.Size) (offset, left) = (section.Offset + symbol.Value, section.Size - symbol.Value);
        }
        else if (!map.TryFind(symbol.Value, out offset, out left))
        {
            left = 0;
        }
        byte[] bytes = file.Bytes(offset, file.Within(offset, left, ElfLimits.PathLength));
        int end = bytes.AsSpan().IndexOf((byte)0);
        return end < 0 ? null : EscapedUtf8.Decode(bytes.AsSpan(0, end));
    }
}
