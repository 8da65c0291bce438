using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Scripts;

/// <summary>Where the programs of an image are: over the default path, or wherever they lie.</summary>
public sealed class DeliveredPrograms
{
    private readonly AuditedImage image;
    private readonly Lazy<ILookup<string, ImagePath>> byName;
    private readonly Lazy<ILookup<string, ImagePath>> byLanguage;

    /// <summary>The programs of <paramref name="image"/>.</summary>
    public DeliveredPrograms(AuditedImage image)
    {
        this.image = image;
        byName = new(() => Programs().ToLookup(path => path.Name, StringComparer.Ordinal));
        byLanguage = new(() => Programs().Where(path => VersionedName.LanguageOf(path.Name) is not null)
            .ToLookup(path => VersionedName.LanguageOf(path.Name)!, StringComparer.Ordinal));
    }

    /// <summary>The way to <paramref name="name"/> in the first directory of the default path where it can be started; null where there is none.</summary>
    public InterpreterWalk? OnPath(string name) => image.Profile.CommandPath
        .Select(directory => InterpreterWalk.Follow(image, $"/{directory}/{name}"))
        .FirstOrDefault(walk => walk.File is { IsExecutable: true } || walk.IsProvidedBy(image));

    /// <summary>The name in a directory of the default path that is there and leads to no program, and so was probably meant; null where there is none.</summary>
    public InterpreterWalk? BrokenOnPath(string name) => image.Profile.CommandPath
        .Select(directory => InterpreterWalk.Follow(image, $"/{directory}/{name}"))
        .FirstOrDefault(walk => walk.ProgramIsLink);

    /// <summary>The path, with a leading slash, of the delivered program <paramref name="name"/>, the shortest of several; null where there is none.</summary>
    public string? Find(string name) => OnPath(name)?.Text ?? Shortest(byName.Value[name]);

    /// <summary>As <see cref="Find"/>, any version of <paramref name="language"/>.</summary>
    public string? FindLanguage(string language) => Shortest(byLanguage.Value[language]);

    private string? Shortest(IEnumerable<ImagePath> paths) => paths
        .OrderBy(path => path.Text.Length).ThenBy(path => path.Text, StringComparer.Ordinal)
        .Select(path => "/" + path.Text)
        .FirstOrDefault(text => InterpreterWalk.Follow(image, text).File is { IsExecutable: true });

    private IEnumerable<ImagePath> Programs() => image.Tree.Entries
        .Where(entry => entry.Inode.Kind is FileKind.Regular or FileKind.SymbolicLink && entry.Path.Parent.Name is "bin" or "sbin")
        .Select(entry => entry.Path);
}
