using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Workspace.Toml;
using ManifestLinker.Runtime.Workspace.Versions;

namespace ManifestLinker.Runtime.Workspace.Inheritance;

/// <summary>
/// Reads a workspace file and those it extends. Each file counts once, where it first comes, however many extend it.
/// </summary>
internal sealed class SourceLoader(BaseFiles? files, SemanticVersion running, List<ConfigurationProblem> problems)
{
    /// <summary>How many files can extend one another in a row, and how many a workspace can be made of.</summary>
    public const int MaxDepth = 8, MaxFiles = 64;

    private readonly List<WorkspaceSource> loaded = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    // The files between the workspace file and the one that is read now, each with the word that led from it to the next.
    private readonly List<(string FullPath, Location From)> chain = [];

    /// <summary>The problems of files that require another version; where there is any, no other problem matters.</summary>
    public List<ConfigurationProblem> Mismatches { get; } = [];

    /// <summary>All files, in the order they count: <paramref name="main"/> is the last. What is wrong with the preamble of it is left to who reads the whole.</summary>
    public IReadOnlyList<WorkspaceSource> Load(SourceText main)
    {
        string fullPath = files?.FullPath(main.Name) ?? main.Name;
        seen.Add(fullPath);
        Add(main, fullPath, "", []);
        return loaded;
    }

    private void Add(SourceText text, string fullPath, string givenDirectory, List<ConfigurationProblem> preambleProblems)
    {
        TomlTable root = TomlDocument.Read(text, problems, out IReadOnlySet<int> brokenTables);
        Preamble preamble = Preamble.Read(new SectionReader("", root, preambleProblems));
        if (preamble.RequiredVersion is { } range && !range.Value.Contains(running))
        {
            (string message, string help) = ToolVersionMismatch.Of(running.ToString(), range.Value.Text);
            Mismatches.Add(new ConfigurationProblem(ToolVersionMismatch.Rule, range.Location, message, help));
        }
        foreach (Placed<string> name in preamble.Extends)
        {
            chain.Add((fullPath, name.Location));
            Extend(name, text, givenDirectory);
            chain.RemoveAt(chain.Count - 1);
        }
        loaded.Add(new WorkspaceSource(text, givenDirectory, root, brokenTables));
    }

    private void Extend(Placed<string> name, SourceText from, string givenDirectory)
    {
        if (files is null || name.Value.Contains('\0', StringComparison.Ordinal))
        {
            Report(name, $"'{name.Value}' is no file", "name a file, relative to this one");
            return;
        }
        string path = files.PathOf(from.Name, name.Value);
        string fullPath = files.FullPath(path);
        int again = chain.FindIndex(step => step.FullPath.Equals(fullPath, StringComparison.Ordinal));
        if (again >= 0)
        {
            bool isItself = again == chain.Count - 1;
            Report(
                name,
                isItself ? "a file cannot extend itself" : $"'{name.Value}' extends this file in turn",
                isItself ? "name another file, or delete the key" : "put what both need into a third file, and extend that",
                isItself ? null : new Related("from here", chain[again].From));
            return;
        }
        if (!seen.Add(fullPath)) return;
        if (chain.Count > MaxDepth || seen.Count > MaxFiles)
        {
            Report(name, string.Create(CultureInfo.InvariantCulture, $"more than {(chain.Count > MaxDepth ? MaxDepth : MaxFiles)} files are extended"), "put what they say into fewer files");
            return;
        }
        (SourceText? text, string fault) = files.Read(path);
        if (text is null) Report(name, $"'{name.Value}' {fault}", $"it was looked for at {path}; names are relative to this file");
        else Add(text, fullPath, Path.GetDirectoryName(Path.Combine(givenDirectory, name.Value)) ?? "/", problems);
    }

    private void Report(Placed<string> name, string message, string help, Related? related = null) =>
        problems.Add(new ConfigurationProblem(ConfigExtends.Rule, name.Location, message, help) { Related = related });
}
