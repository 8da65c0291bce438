using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>
/// An object with several names is several objects to the model only where it says <c>$ORIGIN</c>, because only then does what it needs
/// depend on the name it is loaded by.
/// </summary>
internal static class ObjectNames
{
    /// <summary><paramref name="file"/>, an ELF object, loaded by <paramref name="name"/>.</summary>
    public static LinkedObject As(AuditedFile file, ImagePath name, RunTimeLinkerProfile profile) =>
        new(file, SaysOrigin(file.Elf!, profile.Syntax) ? name : file.Path);

    /// <summary><paramref name="file"/>, an ELF object, by each of the names that make a difference.</summary>
    public static IEnumerable<LinkedObject> All(AuditedFile file, RunTimeLinkerProfile profile) =>
        file.Names.Count > 1 && SaysOrigin(file.Elf!, profile.Syntax) ? file.Names.Select(name => new LinkedObject(file, name)) : [new(file, file.Path)];

    private static bool SaysOrigin(ElfObject elf, PathSyntax syntax)
    {
        if (elf.Dynamic is not { } dynamic) return false;
        return Says(dynamic.SearchPath) || Says(dynamic.Rpath) || Says(dynamic.Runpath)
            || dynamic.Needed.Any(need => Says(need.Name)) || dynamic.Filters.Any(filter => Says(filter.Text));

        bool Says(string? text) => text is not null && text.Contains('$') && syntax.TokensIn(text).Any(found => found.Token == PathToken.Origin);
    }
}
