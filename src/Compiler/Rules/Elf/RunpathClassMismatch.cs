using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5009: A search path names a directory for objects of the other class.</summary>
public static class RunpathClassMismatch
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5009",
        Name = "runpath-class-mismatch",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A search path names a directory for objects of the other class.",
        Explanation =
            "ld.so.1 passes over an object of the wrong class without a word and goes on searching, so the directory might as "
            + "well not be there; what is found in the end is another library, or none. The 64-bit objects of a directory lie "
            + "in its subdirectory amd64, which is also called 64.",
        Bad = "(the 64-bit usr/bin/amd64/foo has DT_RUNPATH /usr/lib/foo, where only 32-bit libraries lie)",
        Good = "(the 64-bit usr/bin/amd64/foo has DT_RUNPATH /usr/lib/foo/64)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment)
    {
        if (segment.Places.Count == 0 || path.Linker.Profile.DefaultDirectories(path.Elf).Contains(segment.Text)) return null;
        (bool any, bool fitting) = (false, false);
        foreach (SearchPlace place in segment.Places.Where(place => place.IsDirectory))
        {
            foreach (ElfClass held in Libraries(path, place.Walk.Path))
            {
                any = true;
                fitting |= held == path.Elf.Class;
            }
        }
        bool isByName = IsForOthers(segment.Text.TrimEnd('/'), path.Elf.Class) && (any || !segment.Places.Any(place => place.IsProvided));
        if (fitting || !(any || isByName)) return null;
        (string own, string other) = path.Elf.Class == ElfClass.Bits32 ? ("32", "64") : ("64", "32");
        return path.At(Rule, segment, $"names {segment.Quoted}, which is for {other}-bit objects, and it is a {own}-bit one") with
        {
            Help = path.Elf.Class == ElfClass.Bits64 ? "name its subdirectory amd64" : "name the directory above",
        };
    }

    private static IEnumerable<ElfClass> Libraries(SearchPathOf path, ImagePath directory) => path.Image.Tree.Children(directory)
        .Select(child => child.Inode.Kind == Tree.FileKind.Regular ? path.Image.FileAt(child.Path)?.Elf : null)
        .Where(elf => elf is { Type: ElfType.Shared, Interpreter: null })
        .Select(elf => elf!.Class);

    private static bool IsForOthers(string text, ElfClass own) => text[(text.LastIndexOf('/') + 1)..] switch
    {
        "64" or "amd64" => own == ElfClass.Bits32,
        "32" or "i86" => own == ElfClass.Bits64,
        _ => own == ElfClass.Bits64 && text is ("/lib" or "/usr/lib"),
    };
}
