using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Audit;

/// <summary>
/// The image under audit: its tree, what each of its files is, where a path leads in it, and which line of a manifest delivers what. It
/// does not change once it is read, so all rules may ask it at the same time.
/// </summary>
public sealed class AuditedImage
{
    private readonly Dictionary<Inode, AuditedFile> byInode;

    /// <summary>The image of <paramref name="input"/>, whose <paramref name="files"/> have been looked into.</summary>
    public AuditedImage(AuditInput input, IReadOnlyList<AuditedFile> files)
    {
        Input = input;
        Files = files;
        byInode = files.ToDictionary(file => file.Inode);
    }

    /// <summary>What is audited.</summary>
    public AuditInput Input { get; }

    /// <summary>All names of the image.</summary>
    public FileTree Tree => Input.Tree;

    /// <summary>What kind of platform it is.</summary>
    public Profile Profile => Input.Profile;

    /// <summary>Every regular file, in the order of their first names.</summary>
    public IReadOnlyList<AuditedFile> Files { get; }

    /// <summary>The ELF objects among <see cref="Files"/>.</summary>
    public IEnumerable<AuditedFile> Objects => Files.Where(file => file.Elf is not null);

    /// <summary>The scripts among <see cref="Files"/>.</summary>
    public IEnumerable<AuditedFile> Scripts => Files.Where(file => file.Shebang is not null);

    /// <summary>Where <paramref name="text"/> leads from <paramref name="directory"/>, every link followed as the kernel does.</summary>
    public Walk Follow(ImagePath directory, string text) => PathWalker.Follow(directory, text, Look);

    /// <summary>The regular file that <paramref name="text"/>, seen from the top, leads to; null where it leads to none.</summary>
    public AuditedFile? FileAt(string text) => Follow(ImagePath.Root, text) is { End: WalkEnd.Found, Path: var path } ? FileAt(path) : null;

    /// <summary>The regular file with the name <paramref name="path"/>, links not followed; null where there is none.</summary>
    public AuditedFile? FileAt(ImagePath path) => Tree.Find(path) is { Kind: FileKind.Regular } inode ? byInode[inode] : null;

    /// <summary>What lies at <paramref name="path"/>.</summary>
    public Waypoint Look(ImagePath path) => Tree.Find(path) switch
    {
        { Kind: FileKind.Directory } => new(StepKind.Directory),
        { Kind: FileKind.SymbolicLink, Target: var target } => new(StepKind.Link, target),
        not null => new(StepKind.Other),
        null when Profile.MadeByLink.Contains(path) => new(StepKind.Other),
        null when Profile.IsProvided(path) => new(StepKind.Provided),
        null => new(StepKind.Missing),
    };

    /// <summary>
    /// A finding about the object at <paramref name="path"/>, at the line that delivers it where one is known. <paramref name="key"/> tells
    /// it from others of the rule about that object, whatever the wording.
    /// </summary>
    public Finding Finding(Rule rule, ImagePath path, string message, string key = "")
    {
        Entry? entry = Input.Union?.Find(path);
        return Diagnostics.Finding.Of(rule, message, entry?.Origin.PathLocation) with
        {
            Subject = entry is null ? new Subject(path.Text, TypeName(path), null) : Subject.Of(entry),
            DetailKey = key,
        };
    }

    private string TypeName(ImagePath path) => Tree.Find(path)?.Kind switch
    {
        FileKind.Regular => "file",
        FileKind.Directory => "directory",
        FileKind.SymbolicLink => "symlink",
        _ => "object",
    };
}
