using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Scripts;

/// <summary>A script, with what its rules ask about it and what their findings have in common.</summary>
public sealed class Script(AuditedImage image, AuditedFile file, DeliveredPrograms programs)
{
    private const int MostShown = 100;

    /// <summary>The image it is in.</summary>
    public AuditedImage Image => image;

    /// <summary>The file.</summary>
    public AuditedFile File => file;

    /// <summary>The first name of it.</summary>
    public ImagePath Path => file.Path;

    /// <summary>Its first line.</summary>
    public Shebang Line => file.Shebang!;

    /// <summary>The programs of its image.</summary>
    public DeliveredPrograms Programs => programs;

    /// <summary>Whether the kernel reads its first line; another script reads it, or an interpreter that was told to, where it does not.</summary>
    public bool IsStarted => file.IsExecutable;

    /// <summary>Whether it is read only and no program by its name, such as a module, so that nobody ever looks at its first line.</summary>
    public bool IsOnlyRead => !IsStarted && file.Names.Any(image.Profile.IsData);

    /// <summary>
    /// A finding about it: of the usual severity where the script is started, and a warning at most where it is read. The interpreter, as it
    /// is written, tells it from others.
    /// </summary>
    public Finding Finding(Rule rule, string message, string help)
    {
        Finding finding = image.Finding(rule, Path, message, Line.Interpreter ?? "");
        return finding with
        {
            Severity = IsStarted || finding.Severity < Severity.Warning ? finding.Severity : Severity.Warning,
            Help = help,
            Detail = [new("interpreter", Line.Interpreter ?? ""), new("argument", Line.Argument ?? "")],
        };
    }

    /// <summary>The links of <paramref name="walk"/>, where they are declared.</summary>
    public IReadOnlyList<Related> LinksOf(InterpreterWalk walk) =>
    [
        .. walk.Links.Select(link => image.Input.Union?.Find(link.Path)).OfType<Entry>().Distinct()
            .Select(entry => new Related($"'{entry.Path}' is declared here", entry.Origin.PathLocation)),
    ];

    /// <summary>Where the file comes from, which is where its bytes are to be mended; nothing where nobody knows.</summary>
    public IReadOnlyList<Related> Source() => image.Input.Undelivered?.Search.Find(Path) is { } source
        ? [new($"this is the file '{source.RealPath}' of the search directory {source.Directory}", null, source.HostPath)]
        : [];

    /// <summary><paramref name="text"/> of the file, cut to what a message can hold.</summary>
    public static string Shown(string text) => text.Length <= MostShown ? text : text[..MostShown] + "...";
}
