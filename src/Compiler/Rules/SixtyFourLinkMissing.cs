using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7011: A directory of libraries has 64-bit ones in amd64, and no link 64 to it.</summary>
public static class SixtyFourLinkMissing
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7011",
        Name = "64-link-missing",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Fix = FixSafety.Safe,
        Summary = "A directory of libraries has 64-bit ones in amd64, and no link 64 to it.",
        Explanation =
            "64 is the name of the 64-bit directory that does not depend on the processor: the run-time linker looks "
            + "in /lib/64 and /usr/lib/64, and run paths are written with it. Without the link an object that was "
            + "linked with such a run path finds nothing. The rule looks at directories called lib whose amd64 has "
            + "a library of its own, not just links; directories of plug-ins have their own customs.",
        Bad = """
            d usr/gnu 0755 root bin
            d usr/gnu/lib 0755 root bin
            d usr/gnu/lib/amd64 0755 root bin
            f usr/gnu/lib/amd64/libncurses.so.5 0755 root bin
            """,
        Good = """
            d usr/gnu 0755 root bin
            d usr/gnu/lib 0755 root bin
            s usr/gnu/lib/64=amd64
            d usr/gnu/lib/amd64 0755 root bin
            f usr/gnu/lib/amd64/libncurses.so.5 0755 root bin
            """,
    };

    private const string Name = "amd64";
    private const string Link = "64";

    /// <summary>Finds the directories of libraries that lack the link.</summary>
    public static IEnumerable<Finding> Check(Union union)
    {
        DirectoryEntry? last = null;
        foreach (Entry entry in union.Entries)
        {
            if (!IsLibrary(entry) || entry.Path.Parent == last?.Path) continue;
            if (union.Find(entry.Path.Parent) is not DirectoryEntry directory || directory.Path.Name is not Name) continue;
            last = directory;
            ImagePath library = directory.Path.Parent;
            if (library.Name is not "lib" || union.Find(library.Append(Link)) is not null) continue;
            yield return At(directory, library.Append(Link));
        }
    }

    private static bool IsLibrary(Entry entry)
    {
        if (entry is not (FileEntry or HardLinkEntry)) return false;
        ReadOnlySpan<char> text = entry.Path.Text;
        ReadOnlySpan<char> name = text[(text.LastIndexOf('/') + 1)..];
        return name.StartsWith("lib") && (name.EndsWith(".so") || name.IndexOf(".so.") >= 0);
    }

    private static Finding At(DirectoryEntry directory, ImagePath link)
    {
        Token word = directory.Origin.Path;
        string line = $"s {link}={Name}";
        return Finding.Of(Rule, $"'{directory.Path}' has libraries, and no line declares '{link}'", Location.Of(word)) with
        {
            Help = $"add a line: {line}",
            Subject = new Subject(link.Text, "symlink", directory.Origin.Component),
            Fixes = [Fix.Of(FixSafety.Safe, $"add {line}", Edit.InsertBefore(word.Source, word.Line, line))],
            DetailKey = link.Text,
        };
    }
}
