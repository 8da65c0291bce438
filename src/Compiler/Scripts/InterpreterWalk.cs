using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Scripts;

/// <summary>The way from the path of a program, as it is written, to what the kernel starts.</summary>
/// <param name="Text">The path as it is written.</param>
/// <param name="End">Where it leads.</param>
/// <param name="Links">The symbolic links on the way, in the order they are followed.</param>
/// <param name="File">The file at its end; null where there is none.</param>
public sealed record InterpreterWalk(string Text, Walk End, IReadOnlyList<LinkOnTheWay> Links, AuditedFile? File)
{
    /// <summary>The way of the absolute path <paramref name="text"/> in <paramref name="image"/>.</summary>
    public static InterpreterWalk Follow(AuditedImage image, string text)
    {
        var links = new List<LinkOnTheWay>();
        Walk end = PathWalker.Follow(ImagePath.Root, text, path =>
        {
            Waypoint step = image.Look(path);
            if (step.Kind == StepKind.Link) links.Add(new(path, step.Target!));
            return step;
        });
        return new(text, end, links, end.End == WalkEnd.Found ? image.FileAt(end.Path) : null);
    }

    /// <summary>The last component of the path as it is written.</summary>
    public string Name => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>Whether the program itself, and not only a directory on the way, is a symbolic link.</summary>
    public bool ProgramIsLink => Links.Any(link => link.Path.Name.Equals(Name, StringComparison.Ordinal));

    /// <summary>Whether nobody can say here what it leads to: the running system itself puts something there.</summary>
    public bool IsProvidedBy(AuditedImage image) => End.End == WalkEnd.Provided && !image.Profile.IsOutside(End.Path);

    /// <summary>Why it leads to no program, as the end of a sentence; null where it leads to one.</summary>
    public string? Obstacle(AuditedImage image)
    {
        if (File is { IsExecutable: true } || IsProvidedBy(image)) return null;
        IEnumerable<string> way = Links.Distinct().Take(MostLinksShown).Select(link => $"'{link.Path}' is a symbolic link to '{link.Target}'");
        bool saysItself = Links.Count == 0 && End.End is WalkEnd.Missing or WalkEnd.Provided;
        return string.Join(", ", saysItself ? [] : way.Append(EndText(image)));
    }

    private const int MostLinksShown = 3;

    private string EndText(AuditedImage image) => End.End switch
    {
        WalkEnd.Found when File is { } file => $"nobody may run '{End.Path}', which has the mode {new Mode(file.Inode.Permissions)}",
        WalkEnd.Found => $"'{(End.Path.IsRoot ? "/" : End.Path.Text)}' is no file",
        WalkEnd.NotADirectory => $"'{End.Path}' is no directory",
        WalkEnd.Loop => "the links lead in a circle",
        WalkEnd.Provided => $"'{End.Path}' is left to other software",
        _ => $"'{End.Path}' is not delivered",
    };
}

/// <summary>A symbolic link that was followed, and its text.</summary>
public readonly record struct LinkOnTheWay(ImagePath Path, string Target);
