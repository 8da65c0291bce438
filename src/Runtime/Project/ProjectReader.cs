using System.CommandLine;
using System.IO.Abstractions;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Runtime.Workspace.Inheritance;

namespace ManifestLinker.Runtime.Project;

/// <summary>Puts workspace file and command line together; what the command line says counts more.</summary>
internal sealed partial class ProjectReader(Invocation invocation, ParseResult options, GlobalOptions global, ProjectOptions project)
{
    private readonly IFileSystem files = invocation.Host.Files;

    /// <summary>The texts that were read.</summary>
    public TextStore Texts { get; } = new(invocation);

    /// <summary>Whether there is a workspace file.</summary>
    public bool HasWorkspace => WorkspacePath is { } path && files.File.Exists(path);

    private string? WorkspacePath => options.GetValue(global.Workspace) ?? WorkspaceFile.Find(files, invocation.WorkingDirectory);

    /// <summary>Reads the project whose manifests and search directories are given on the command line, or else in the workspace.</summary>
    public LinkProject Read(IReadOnlyList<string> manifests, IReadOnlyList<string> search)
    {
        WorkspaceFile? workspace = ReadWorkspace();
        Profile profile = ReadProfile(workspace);
        return new LinkProject
        {
            Workspace = workspace,
            Manifests = Name(manifests, workspace),
            IsWhole = manifests.Count == 0,
            Search = search.Count > 0
                ? [.. search.Select(directory => new NamedDirectory(directory, directory))]
                : workspace?.SearchDirectories?.Select(workspace.PathOf).Select(path => new NamedDirectory(path.Opened, path.GivenAs)).ToArray(),
            Variables = ReadVariables(workspace),
            Profile = profile,
            Policy = Locked(ReadPolicy(workspace) with { BuiltIn = BuiltInExcuses(workspace, profile) }, profile),
            Accounts = ReadAccounts(workspace),
            BaselineFile = BaselineFileOf(workspace),
            FailOn = ReadFailOn(workspace),
        };
    }

    /// <summary>What the user makes of the rules and which accounts there are, for a command that works on no manifests.</summary>
    public Ruling ReadRuling()
    {
        WorkspaceFile? workspace = ReadWorkspace();
        return new Ruling(ReadPolicy(workspace), ReadFailOn(workspace), ReadAccounts(workspace));
    }

    /// <summary>How what was delivered is judged, for a command that works on no manifests.</summary>
    public DeliveredRuling ReadDeliveredRuling()
    {
        WorkspaceFile? workspace = ReadWorkspace();
        Profile profile = ReadProfile(workspace);
        return new DeliveredRuling(profile, Locked(ReadPolicy(workspace) with { BuiltIn = BuiltInExcuses(workspace, profile) }, profile), ReadFailOn(workspace), ReadAccounts(workspace), BaselineFileOf(workspace), workspace);
    }

    /// <summary>The text of the file <paramref name="path"/>.</summary>
    public SourceText ReadText(string path) => Texts.Read(path);

    /// <summary>The workspace file that the command line names, or else the nearest one; null where there is none.</summary>
    public WorkspaceFile? ReadWorkspace()
    {
        if (options.GetValue(global.Workspace) is { } given && !files.File.Exists(given))
            throw new UsageException($"--workspace {given}: there is no such file", "name the workspace file, or leave the option out to use the nearest mlc.toml");
        if (WorkspacePath is not { } path) return null;
        var bases = new BaseFiles(files, name => ReadText(Relative(name)));
        (WorkspaceFile? file, IReadOnlyList<ConfigurationProblem> problems) = WorkspaceFile.Read(ReadText(Relative(path)), bases);
        return file is not null && problems.Count == 0 ? file : throw new ConfigurationException(problems);
    }

    private Profile ReadProfile(WorkspaceFile? workspace) => workspace is null
        ? SmartOs.Profile
        : workspace.ToProfile(SmartOs.Profile).With(workspace.Components
            .Select(component => component.ManCheck).OfType<Placed<string>>()
            .Select(file => workspace.PathOf(file).Opened).Distinct(StringComparer.Ordinal)
            .Select(ReadText));

    private Variables ReadVariables(WorkspaceFile? workspace)
    {
        Dictionary<string, string> values = workspace is null
            ? new(StringComparer.Ordinal)
            : workspace.VariableValues.ToDictionary(pair => pair.Key, pair => pair.Value.Value, StringComparer.Ordinal);
        foreach (string define in options.GetValue(project.Define)!)
        {
            (string name, string value) = SplitPair(define, "--define", "NAME=VALUE");
            if (!VariableName.Is(name))
                throw new UsageException($"--define {define}: '{name}' is no name of a variable", "a name has letters, digits and '_', and begins with no digit");
            values[name] = value;
        }
        foreach (VariableSection dependent in workspace?.DependentVariables ?? [])
        {
            // What the command line says counts more.
            if (!values.ContainsKey(dependent.Name.Value)) values.Add(dependent.Name.Value, dependent.ValueFor(values.GetValueOrDefault(dependent.By.Value)));
        }
        foreach ((string name, string value) in values) CheckValue(name, value);
        return new Variables(values);
    }

    // A value stands within a word: what would end the word, or divide a link elsewhere, would make another line of it.
    private static void CheckValue(string name, string value)
    {
        if (value.Length == 0)
            throw new UsageException($"the variable {name} is empty", "an empty value would leave half a name behind; give one");
        if (value.AsSpan().ContainsAnyExceptInRange('!', '~') || value.AsSpan().ContainsAny('=', '#'))
            throw new UsageException($"the variable {name} has a blank, '=', '#' or a character that is not ASCII in its value '{value}'", "a value is a part of a path, such as 6.0.33");
    }

    private AccountTables ReadAccounts(WorkspaceFile? workspace)
    {
        string? passwd = options.GetValue(project.Passwd) ?? (workspace?.Accounts.Passwd is { } owners ? workspace.PathOf(owners).Opened : null);
        string? group = options.GetValue(project.Group) ?? (workspace?.Accounts.Group is { } groups ? workspace.PathOf(groups).Opened : null);
        return new AccountTables(
            passwd is null ? AccountTables.Base.Owners : AccountTable.Parse(passwd, ReadText(passwd).Text),
            group is null ? AccountTables.Base.Groups : AccountTable.Parse(group, ReadText(group).Text));
    }

    private static (string Name, string Value) SplitPair(string pair, string option, string shape)
    {
        int at = pair.IndexOf('=', StringComparison.Ordinal);
        if (at > 0) return (pair[..at], pair[(at + 1)..]);
        throw new UsageException($"{option} {pair}: {(at < 0 ? "no '='" : "nothing before the '='")}", $"write {option} {shape}");
    }

    private static string? BaselineFileOf(WorkspaceFile? workspace) => workspace?.Baseline.File is { } file ? workspace.PathOf(file).Opened : null;

    private string Relative(string path) => files.Path.GetRelativePath(invocation.WorkingDirectory, files.Path.GetFullPath(path));

}
