using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>Which versions an object wants of a dependency, as <c>elf_verify_vers()</c> compares them (<c>usr/src/cmd/sgs/rtld/common/elf.c</c>).</summary>
internal static class VersionBinding
{
    private const uint Weak = 2;
    private const uint Informative = 4;

    /// <summary>The versions that <paramref name="dependency"/> must have.</summary>
    public static IEnumerable<string> Wanted(Dependency dependency) => (dependency.Of.Elf.Dynamic?.VersionsNeeded ?? [])
        .Where(need => need.File == dependency.Text)
        .SelectMany(need => need.Versions)
        .Where(version => (version.Flags & (Weak | Informative)) == 0)
        .Select(version => version.Name)
        .Distinct(StringComparer.Ordinal);

    /// <summary>Those that what was found does not offer; an object that offers none at all is taken as it is.</summary>
    public static IEnumerable<string> Missing(Dependency dependency)
    {
        if (dependency.Found?.Elf.Dynamic is not { VersionsDefined: { Count: > 0 } defined }) return [];
        return Wanted(dependency).Where(name => !defined.Any(version => version.Name == name));
    }
}
