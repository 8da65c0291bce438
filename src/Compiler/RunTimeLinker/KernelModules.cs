using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>
/// How the kernel finds the modules that a module depends on (<c>usr/src/uts/common/krtld/kobj.c</c>): <c>misc/x</c> is
/// <c>misc/amd64/x</c> below each of the directories of the module path in turn.
/// </summary>
public sealed class KernelModules
{
    // Part of the kernel itself; a library that unix is linked with and that is never loaded.
    private static readonly string[] BuiltIn = ["krtld", "misc/krtld", "dtracestubs"];

    private readonly AuditedImage image;
    private readonly UndeliveredSearch undelivered;

    internal KernelModules(AuditedImage image, IReadOnlyList<string> platforms, UndeliveredSearch undelivered)
    {
        this.image = image;
        this.undelivered = undelivered;
        Path = [.. platforms.Select(platform => $"platform/{platform}/kernel"), "kernel", "usr/kernel"];
    }

    /// <summary>The directories, in their order: that of the platform, then the two general ones.</summary>
    public IReadOnlyList<string> Path { get; }

    /// <summary>Whether <paramref name="file"/> is an object that the kernel loads, by the place it lies in.</summary>
    public static bool Is(AuditedFile file) =>
        file.Elf is { Type: ElfType.Relocatable or ElfType.Shared or ElfType.Executable } && file.Names.Any(IsBelowModulePath);

    /// <summary>Whether <paramref name="path"/> lies in a directory of modules of any platform.</summary>
    public static bool IsBelowModulePath(ImagePath path) => path.Text.Split('/') switch
    {
        ["kernel", _, ..] => true,
        ["usr", "kernel", _, ..] => true,
        ["platform", _, "kernel", _, ..] => true,
        _ => false,
    };

    /// <summary>What <paramref name="module"/> depends on: by its dynamic section, then by its symbol <c>_depends_on</c>.</summary>
    public IEnumerable<Dependency> DependenciesOf(LinkedObject module)
    {
        IEnumerable<string> needed = (module.Elf.Dynamic?.Needed ?? []).Select(need => need.Name);
        foreach (string name in needed.Concat(DependsOn(module.Elf)).Distinct(StringComparer.Ordinal))
        {
            if (name.Length > 0 && !BuiltIn.Contains(name)) yield return Find(module, name);
        }
    }

    private static string[] DependsOn(ElfObject elf) => elf.DependsOn?.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) ?? [];

    private Dependency Find(LinkedObject module, string name)
    {
        var tries = new List<Attempt>();
        foreach (string root in Path)
        {
            string path = name.LastIndexOf('/') is var slash and >= 0 ? $"/{root}/{name[..slash]}/amd64/{name[(slash + 1)..]}" : $"/{root}/amd64/{name}";
            Walk walk = image.Follow(ImagePath.Root, path);
            if (walk is { End: WalkEnd.Found, IsDirectory: false } && image.FileAt(walk.Path) is { Elf: { } elf } file)
            {
                if (elf.Class == module.Elf.Class) return new Dependency { Of = module, Text = name, Found = new(file, file.Path), FoundBy = path, Attempts = tries };
                tries.Add(new(path, AttemptOutcome.WrongClass));
            }
            else tries.Add(undelivered.Find(path) is { } there ? new(path, AttemptOutcome.Undelivered, there.Needed) : new(path, AttemptOutcome.Missing));
        }
        return new Dependency { Of = module, Text = name, Attempts = tries };
    }
}
