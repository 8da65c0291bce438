using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.Tests.Elf;

/// <summary>What the reader says of an object, a line for each fact, so that it can be compared with what readelf says.</summary>
internal static class ReaderFacts
{
    public static readonly Dictionary<ulong, string> Flags = new() { [1] = "ORIGIN", [2] = "SYMBOLIC", [4] = "TEXTREL", [8] = "BIND_NOW", [16] = "STATIC_TLS" };

    public static readonly Dictionary<ulong, string> Flags1 = new()
    {
        [1] = "NOW", [2] = "GLOBAL", [4] = "GROUP", [8] = "NODELETE", [0x10] = "LOADFLTR", [0x20] = "INITFIRST", [0x40] = "NOOPEN", [0x80] = "ORIGIN", [0x100] = "DIRECT",
        [0x400] = "INTERPOSE", [0x800] = "NODEFLIB", [0x1000] = "NODUMP", [0x8000000] = "PIE",
    };

    /// <summary>What the reader says of <paramref name="elf"/>, whose exported names are <paramref name="exported"/>.</summary>
    public static string[] Of(ElfObject elf, IReadOnlyList<ExportedName> exported)
    {
        ElfDynamic dynamic = elf.Dynamic ?? new ElfDynamic();
        string[] facts =
        [
            $"class ELF{(elf.Class == ElfClass.Bits64 ? 64 : 32)}",
            $"big {elf.IsBigEndian}",
            $"type {(elf.Type switch { ElfType.Relocatable => "REL", ElfType.Executable => "EXEC", ElfType.Shared => "DYN", _ => "other" })}",
            $"machine {(elf.Machine switch { ElfMachine.I386 => "Intel 80386", ElfMachine.Amd64 => "Advanced Micro Devices X86-64", _ => "other" })}",
            $"osabi {(elf.OsAbi switch { 0 => "UNIX - System V", 3 => "UNIX - GNU", 6 => "UNIX - Solaris", _ => "other" })}",
            $"sections {(elf.Sections.Count == 0 ? 0 : elf.Sections.Count + 1)}",
            .. elf.Segments.Where(segment => segment.Type == ElfSegmentType.Load)
                .Select(load => $"load {load.Offset:x} {load.Address:x} {load.FileSize:x} {load.MemorySize:x} {Letters(load.Flags)}"),
            .. elf.Interpreter is null ? [] : new[] { $"interp {elf.Interpreter}" },
            .. dynamic.Needed.Select(need => $"needed {need.Name}"),
            .. new[] { ("soname", dynamic.Soname), ("rpath", dynamic.Rpath), ("runpath", dynamic.Runpath) }.Where(pair => pair.Item2 is not null).Select(pair => $"{pair.Item1} {pair.Item2}"),
            .. Flags.Where(flag => (dynamic.Flags & flag.Key) != 0).Select(flag => $"flag {flag.Value}"),
            .. Flags1.Where(flag => (dynamic.Flags1 & flag.Key) != 0).Select(flag => $"flag1 {flag.Value}"),
            .. dynamic.VersionsDefined.Select(version => $"defines {version.Name}"),
            .. dynamic.VersionsNeeded.SelectMany(need => need.Versions.Select(version => $"needs {need.File} {version.Name}")),
            .. elf.Type == ElfType.Relocatable ? [] : elf.Symbols.Wanted.Select(symbol => $"wants {symbol.Name}{(symbol.IsWeak ? " weak" : "")}"),
            .. elf.Type == ElfType.Relocatable ? [] : exported.Select(name => $"exports {name.Name}{(name.Version is null ? "" : "@" + name.Version)}"),
        ];
        return [.. facts.Distinct().Order(StringComparer.Ordinal)];
    }

    private static string Letters(uint flags) => ((flags & 4) != 0 ? "R" : "") + ((flags & 2) != 0 ? "W" : "") + ((flags & 1) != 0 ? "E" : "");
}
