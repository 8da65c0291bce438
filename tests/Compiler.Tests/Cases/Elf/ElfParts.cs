using System.Text;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>The sections of an object, for given places of them. Their sizes do not depend on the places.</summary>
internal static class ElfParts
{
    /// <summary>The sections, in their order; <paramref name="place"/> gives address and index of the one with a name.</summary>
    public static List<ElfPart> Of(ElfWords words, Func<string, (ulong Address, int Section)> place)
    {
        var parts = new List<ElfPart>();
        string? interpreter = words.Interpreter;
        if (interpreter is not null)
            parts.Add(new(".interp", ElfPart.ProgramBits, New(words).Text(interpreter, !words.Has("interp-unterminated")).ToArray(), ElfLoad.Text));
        if (words.Has("cap"))
        {
            byte[] content = New(words).Wide(1).Wide(ElfDynamicTable.Hex(words.Value("cap")!)).Wide(0).Wide(0).ToArray();
            parts.Add(new(".SUNW_cap", ElfPart.Capabilities, content, ElfLoad.Text, EntrySize: words.Is64 ? 16 : 8));
        }
        parts.Add(new(".text", ElfPart.ProgramBits, [0xc3, 0x90, 0x90, 0x90], ElfLoad.Text, ExtraFlags: 4));
        parts.Add(new(".rodata", ElfPart.ProgramBits, Texts(words, out int dependsOn), ElfLoad.Text));
        if (words.IsDynamic) AddDynamic(parts, words, place, (ulong)dependsOn);
        foreach (string text in words.Values("debugtext")) parts.Add(new(".debug_str", ElfPart.ProgramBits, New(words).Text(text).ToArray()));
        foreach (string name in words.Values("section"))
        {
            parts.Add(name == ".symtab"
                ? new(name, ElfPart.SymbolTable, new byte[SymbolSize(words)], Link: ".shstrtab", Info: 1, EntrySize: SymbolSize(words))
                : new(name, ElfPart.ProgramBits, [1, 2, 3, 4]));
        }
        return parts;
    }

    private static void AddDynamic(List<ElfPart> parts, ElfWords words, Func<string, (ulong Address, int Section)> place, ulong dependsOn)
    {
        var strings = new ElfStrings();
        var dynamic = new ElfDynamicTable(words, strings);
        var versions = new ElfVersionTables(words, strings);
        var symbols = new ElfSymbolTables(words, strings);

        // What a relocatable object has to offer stands in its ordinary table of symbols.
        string table = words.IsRelocatable ? ".symtab" : ".dynsym";
        (ulong textAddress, int textSection) = place(".rodata");
        byte[] content = symbols.Symbols(place(".text"), (textAddress + dependsOn, textSection));
        parts.Add(new(table, words.IsRelocatable ? ElfPart.SymbolTable : ElfPart.DynamicSymbols, content, ElfLoad.Text, ".dynstr", 1, SymbolSize(words)));
        if (!words.IsRelocatable)
        {
            parts.Add(new(".hash", ElfPart.Hash, symbols.Hash(), ElfLoad.Text, table, EntrySize: 4));
            dynamic.Add(4, place(".hash").Address);
            dynamic.Add(6, place(table).Address);
            dynamic.Add(11, (ulong)SymbolSize(words));
        }
        if (versions.Defined.Count > 0)
        {
            parts.Add(new(".SUNW_version", ElfPart.VersionsDefined, versions.Definitions(), ElfLoad.Text, ".dynstr", (uint)versions.Defined.Count));
            dynamic.Add(0x6ffffffc, place(".SUNW_version").Address);
            dynamic.Add(0x6ffffffd, (ulong)versions.Defined.Count);
            parts.Add(new(".SUNW_versym", ElfPart.SymbolVersions, symbols.Versions(versions.Defined), ElfLoad.Text, table, EntrySize: 2));
        }
        if (words.Has("needs"))
        {
            parts.Add(new(".SUNW_version2", ElfPart.VersionsNeeded, versions.Needed(), ElfLoad.Text, ".dynstr", (uint)versions.FilesNeeded));
            dynamic.Add(0x6ffffffe, place(".SUNW_version2").Address);
            dynamic.Add(0x6fffffff, (ulong)versions.FilesNeeded);
        }
        if (symbols.Bindings(dynamic.Needed) is { } bindings)
        {
            parts.Add(new(".SUNW_syminfo", ElfPart.SymbolInfo, bindings, ElfLoad.Text, table, (uint)parts.Count + 2, 4));
            dynamic.Add(0x6ffffeff, place(".SUNW_syminfo").Address);
            dynamic.Add(0x6ffffdfe, (ulong)bindings.Length);
            dynamic.Add(0x6ffffdff, 4);
        }
        if (words.Has("cap")) dynamic.Add(0x60000010, place(".SUNW_cap").Address);
        byte[] text = strings.ToArray();
        parts.Add(new(".dynstr", ElfPart.StringTable, text, ElfLoad.Text));
        if (!words.IsRelocatable)
        {
            dynamic.Add(5, place(".dynstr").Address);
            dynamic.Add(10, (ulong)text.Length);
        }
        parts.Add(new(".dynamic", ElfPart.Dynamic, dynamic.ToArray(words), ElfLoad.Data, ".dynstr", EntrySize: words.Is64 ? 16 : 8));
    }

    private static byte[] Texts(ElfWords words, out int dependsOn)
    {
        ElfBytes bytes = New(words).Raw(Encoding.ASCII.GetBytes("text"));
        foreach (string text in words.Values("text")) bytes.Byte(0).Text(text);
        dependsOn = bytes.Length;
        foreach (string text in words.Values("depends_on")) bytes.Text(text.Replace(',', ' '));
        return bytes.ToArray();
    }

    private static int SymbolSize(ElfWords words) => words.Is64 ? 24 : 16;

    private static ElfBytes New(ElfWords words) => new(words.Is64, words.IsBig);
}
