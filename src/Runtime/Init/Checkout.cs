using System.IO.Abstractions;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Init;

/// <summary>A work tree of smartos-live, by the files in it; and what was noticed about it that people should know.</summary>
internal sealed class Checkout(Invocation invocation, string directory)
{
    private readonly IFileSystem files = invocation.Host.Files;
    private readonly TextStore texts = new(invocation);
    private readonly List<string> notes = [];

    /// <summary>What people should know, each a sentence without its full stop.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>Whether the file <paramref name="path"/> is there.</summary>
    public bool Has(string path) => files.File.Exists(At(path));

    /// <summary>Whether the directory <paramref name="path"/> is there.</summary>
    public bool HasDirectory(string path) => files.Directory.Exists(At(path));

    /// <summary>Those of <paramref name="paths"/> that are there, files or directories.</summary>
    public IReadOnlyList<string> Existing(params IEnumerable<string> paths) => [.. paths.Where(path => Has(path) || HasDirectory(path))];

    /// <summary>The text of the file <paramref name="path"/>; null where there is none.</summary>
    public SourceText? Text(string path) => Has(path) ? texts.Read(At(path)) : null;

    /// <summary>The names of the directories in <paramref name="path"/>, but hidden ones, in ordinal order.</summary>
    public IReadOnlyList<string> Directories(string path) => Names(path, files.Directory.EnumerateDirectories);

    /// <summary>The names of the files in <paramref name="path"/>, but hidden ones, in ordinal order.</summary>
    public IReadOnlyList<string> Files(string path) => Names(path, files.Directory.EnumerateFiles);

    /// <summary>The assignments in the first of <paramref name="paths"/> that is there.</summary>
    public IReadOnlyList<Assignment> Assignments(params IEnumerable<string> paths) =>
        paths.Select(Text).OfType<SourceText>().FirstOrDefault() is { } source ? Assignment.AllIn(source) : [];

    /// <summary>
    /// The value that the last of <paramref name="assignments"/> to <paramref name="name"/> gives, and where; null where there is none. One that only make or
    /// a shell could tell is noted.
    /// </summary>
    public (string Value, Assignment From)? Value(IReadOnlyList<Assignment> assignments, string name)
    {
        if (assignments.LastOrDefault(assignment => assignment.Name == name) is not { } last) return null;
        if (last.Value is { } value) return (value, last);
        Note($"{name} is set by {files.Path.GetFileName(last.Location.File)} at line {last.Location.Line}: not taken over, because its value is not literal");
        return null;
    }

    /// <summary>Takes a note, once.</summary>
    public void Note(string note)
    {
        if (!notes.Contains(note, StringComparer.Ordinal)) notes.Add(note);
    }

    private IReadOnlyList<string> Names(string path, Func<string, IEnumerable<string>> enumerate) => HasDirectory(path)
        ? [.. enumerate(At(path)).Select(entry => files.Path.GetFileName(entry)).Where(name => name[0] != '.' && IsText(name)).Order(StringComparer.Ordinal)]
        : [];

    // The class library has put this character where the bytes of a name are not UTF-8; no text can name such a file.
    private bool IsText(string name)
    {
        if (!name.Contains('\uFFFD', StringComparison.Ordinal)) return true;
        Note($"'{name}' has a name that is not UTF-8, so that mlc.toml cannot name it");
        return false;
    }

    private string At(string path) => files.Path.Combine(directory, path);
}
