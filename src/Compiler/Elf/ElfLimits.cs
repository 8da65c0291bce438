namespace ManifestLinker.Compiler.Elf;

/// <summary>
/// How much of an object is read at most, whatever its headers say. Nothing that a compiler makes comes near them; what they cut off is a
/// fault.
/// </summary>
internal static class ElfLimits
{
    /// <summary>Program headers.</summary>
    public const int Segments = 0x10000;

    /// <summary>Section headers.</summary>
    public const int Sections = 0x20000;

    /// <summary>Dynamic entries.</summary>
    public const int DynamicEntries = 0x10000;

    /// <summary>Versions, offered and wanted each.</summary>
    public const int Versions = 0x4000;

    /// <summary>Symbols of one table.</summary>
    public const int Symbols = 0x400000;

    /// <summary>The bytes of one name; those of C++ reach some thousands.</summary>
    public const int NameLength = 0x10000;

    /// <summary>The bytes of all names together, each counted as often as it is used.</summary>
    public const int AllNames = 0x8000000;

    /// <summary>The bytes of a string table.</summary>
    public const int Strings = 0x8000000;

    /// <summary>The bytes of a path in a header (<c>MAXPATHLEN</c> is 1024).</summary>
    public const int PathLength = 0x1000;
}
