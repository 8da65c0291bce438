using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Elf;

/// <summary>A table of names, each of which ends with a NUL.</summary>
internal sealed class ElfStringTable(ElfFile file, byte[] bytes, string name)
{
    /// <summary>The table of <paramref name="size"/> bytes at <paramref name="offset"/>, which messages call <paramref name="name"/>.</summary>
    public static ElfStringTable Read(ElfFile file, ulong offset, ulong size, string name)
    {
        if (!file.Holds(offset, size)) file.Fault($"the {name} lies outside the file");
        int within = file.Within(offset, size, ElfLimits.Strings);
        if (file.Holds(offset, size) && (ulong)within < size) file.Fault($"the {name} is larger than any real object's");
        return new ElfStringTable(file, file.Bytes(offset, within), name);
    }

    /// <summary>The bytes of the name at <paramref name="offset"/>, without its NUL; empty, and a fault, where it has no such name.</summary>
    public bool TryBytes(ulong offset, out ReadOnlySpan<byte> found)
    {
        found = default;
        if (offset == 0) return true;
        if (file.HasNoNamesLeft) return false;
        if (offset >= (ulong)bytes.Length)
        {
            file.Fault($"a name lies outside the {name}");
            return false;
        }
        ReadOnlySpan<byte> rest = bytes.AsSpan((int)offset);
        ReadOnlySpan<byte> longest = rest[..Math.Min(rest.Length, ElfLimits.NameLength)];
        int end = longest.IndexOf((byte)0);
        file.Spend(end < 0 ? longest.Length : end);
        if (end < 0)
        {
            file.Fault(rest.Length > ElfLimits.NameLength ? $"a name in the {name} is longer than any real one" : $"a name does not end within the {name}");
            return false;
        }
        found = rest[..end];
        return true;
    }

    /// <summary>The name at <paramref name="offset"/>; null, and a fault, where it has no such name.</summary>
    public string? Text(ulong offset) => TryBytes(offset, out ReadOnlySpan<byte> found) ? EscapedUtf8.Decode(found) : null;
}
