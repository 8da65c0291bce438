using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5074: A library in a default directory has no DT_SONAME.</summary>
public static class SonameMissing
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5074",
        Name = "soname-missing",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A library in a default directory has no DT_SONAME.",
        Explanation =
            "What is linked with a library that has no name of its own takes down the path that the linker was given, with "
            + "its slashes, and then looks only there, or in the working directory. Plugins, which nothing is linked with, need "
            + "no name, but do not lie in /lib or /usr/lib.",
        Bad = "(usr/lib/libfoo.so.1 has no DT_SONAME)",
        Good = "(usr/lib/libfoo.so.1 has the DT_SONAME libfoo.so.1)",
    };

    private static readonly string[] Directories = ["lib", "lib/64", "lib/amd64", "usr/lib", "usr/lib/64", "usr/lib/amd64"];

    internal static Finding? Check(AuditedImage image, AuditedFile file)
    {
        ElfObject elf = file.Elf!;
        if (elf is not { Type: ElfType.Shared, Interpreter: null, Dynamic: { Soname: null } }) return null;
        if (!file.Names.Any(IsLibrary)) return null;
        ImagePath name = file.Names.First(IsLibrary);
        return image.Finding(Rule, name, $"library '{name}' has no DT_SONAME, so what is linked with it takes down a path") with
        {
            Help = $"link it with -h {name.Name}",
        };
    }

    // What begins with "lib" can be named to the linker with -l.
    private static bool IsLibrary(ImagePath path) => path.Name.StartsWith("lib", StringComparison.Ordinal)
        && path.Name.Contains(".so", StringComparison.Ordinal)
        && Directories.Contains(path.Parent.Text, StringComparer.Ordinal);
}
