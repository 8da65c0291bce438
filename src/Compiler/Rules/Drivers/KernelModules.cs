using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>
/// The modules of the kernel of an image, where the kernel looks for them: <c>platform/*/kernel</c>, <c>kernel</c> and <c>usr/kernel</c>,
/// below the folder of their kind in that of the 64-bit kernel (<c>usr/src/uts/common/krtld/kobj.c</c>).
/// </summary>
internal sealed class KernelModules
{
    private const string Isa = "amd64";

    private readonly Dictionary<string, ImagePath> byName = new(StringComparer.Ordinal);
    private readonly List<ImagePath> configurations = [];

    /// <summary>The modules of <paramref name="image"/>.</summary>
    public KernelModules(AuditedImage image)
    {
        foreach (TreeEntry entry in image.Tree.Entries)
        {
            if (entry.Inode.Kind == FileKind.Directory || BelowKernel(entry.Path) is not { } parts) continue;
            if (parts is [_, Isa, _] && image.FileAt(entry.Path.Text) is not null) byName.TryAdd($"{parts[0]}/{parts[2]}", entry.Path);
            else if (parts is ["drv", [_, .., '.', 'c', 'o', 'n', 'f']]) configurations.Add(entry.Path);
        }
    }

    /// <summary>The drivers, each once, with their places.</summary>
    public IEnumerable<(string Name, ImagePath Path)> Drivers => byName
        .Where(module => module.Key.StartsWith("drv/", StringComparison.Ordinal))
        .Select(module => (module.Key["drv/".Length..], module.Value))
        .OrderBy(module => module.Value);

    /// <summary>The files with the properties of drivers.</summary>
    public IReadOnlyList<ImagePath> Configurations => configurations;

    /// <summary>Whether the module <paramref name="name"/> of the kind <paramref name="kind"/> (drv, strmod, dacf and so on) is there.</summary>
    public bool Has(string kind, string name) => byName.ContainsKey($"{kind}/{name}");

    // What stands behind the directory "kernel", component by component; null where a path does not lie in one.
    private static string[]? BelowKernel(ImagePath path)
    {
        if (!path.Text.Contains("kernel/", StringComparison.Ordinal)) return null;
        return path.Text.Split('/') switch
        {
            ["kernel", .. var below] => below,
            ["usr", "kernel", .. var below] => below,
            ["platform", _, "kernel", .. var below] => below,
            _ => null,
        };
    }
}
