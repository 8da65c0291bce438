using System.Buffers;
using System.Globalization;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Fat.Format;

namespace ManifestLinker.Linker.Fat;

/// <summary>Finds what is wrong with names on FAT, by themselves and beside each other.</summary>
internal static class NameObjections
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\"*/:<>?\\|");

    /// <summary>What is wrong with <paramref name="name"/>; a sentence each, without a full stop.</summary>
    public static IEnumerable<string> Of(string name)
    {
        if (name.Length > LongName.MostUnits) yield return Say($"the name has {name.Length} UTF-16 units, and {LongName.MostUnits} are the most");
        if (name[^1] is '.' or ' ') yield return $"the name ends with a {(name[^1] == '.' ? "dot" : "blank")}, which readers of FAT drop";
        int sign = name.AsSpan().IndexOfAny(Forbidden);
        if (sign >= 0) yield return $"the name holds the character {name[sign]}, which FAT does not allow";
        if (name.FirstOrDefault(unit => unit is >= '\x01' and < ' ' or '\0', 'x') is var control && char.IsControl(control))
            yield return Say($"the name holds the control character U+{(int)control:X4}, which FAT does not allow");
        if (name.Any(EscapedUtf8.IsEscape) && !IsWellFormed(name)) yield return "the name is not UTF-8, and FAT holds names in UTF-16";
        else if (name.Any(char.IsSurrogate)) yield return "the name holds a character above U+FFFF, which not every reader of FAT understands";
    }

    /// <summary>
    /// Names in one directory that are the same to those who do not tell small letters from capitals; each with the first that it is the same as.
    /// </summary>
    public static IEnumerable<(TreeEntry Entry, string First)> Alike(IReadOnlyList<TreeEntry> children)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (TreeEntry child in children)
        {
            string name = child.Path.Name;
            if (!first.TryAdd(Folded(name), name)) yield return (child, first[Folded(name)]);
        }
    }

    // Windows compares capitals, Linux small letters; what is the same for either is taken as the same.
    private static string Folded(string name) => string.Concat(name.Select(unit => char.ToUpperInvariant(char.ToLowerInvariant(char.ToUpperInvariant(unit)))));

    private static bool IsWellFormed(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (!char.IsSurrogate(name[i])) continue;
            if (i + 1 == name.Length || !char.IsSurrogatePair(name[i], name[i + 1])) return false;
            i++;
        }
        return true;
    }

    private static string Say(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
