using System.IO.Abstractions;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Workspace.Inheritance;
using ManifestLinker.Runtime.Workspace.Toml;
using ManifestLinker.Runtime.Workspace.Versions;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>
/// What a workspace file (<c>mlc.toml</c>) says, as plain values. Nothing is looked up yet: paths are as written, relative
/// to the directory of the file that says them.
/// </summary>
internal sealed partial record WorkspaceFile
{
    /// <summary>The name the file is looked for by.</summary>
    public const string FileName = "mlc.toml";

    /// <summary>The files it was read from: those it extends, and itself as the last.</summary>
    public required IReadOnlyList<WorkspaceSource> Sources { get; init; }

    /// <summary>The text of the file itself.</summary>
    public SourceText Source => Sources[^1].Text;

    /// <summary>What these files say together, as it is written.</summary>
    public required TomlTable Table { get; init; }

    /// <summary>The platform that is made.</summary>
    public required PlatformSection Platform { get; init; }

    /// <summary>The components, in the order they count.</summary>
    public required IReadOnlyList<ComponentSection> Components { get; init; }

    /// <summary>The values of variables, in the order of the file.</summary>
    public required IReadOnlyList<KeyValuePair<string, Placed<string>>> VariableValues { get; init; }

    /// <summary>The variables whose values depend on those of others, in the order they are decided.</summary>
    public required IReadOnlyList<VariableSection> DependentVariables { get; init; }

    /// <summary>Where objects are looked up, in order; null where the file does not say.</summary>
    public required IReadOnlyList<Placed<string>>? SearchDirectories { get; init; }

    /// <summary>The passwd and group files for images that have none of their own.</summary>
    public required AccountsSection Accounts { get; init; }

    /// <summary>The shape of the root file system.</summary>
    public required FileSystemSection Root { get; init; }

    /// <summary>The shape of the file system of /usr.</summary>
    public required FileSystemSection Usr { get; init; }

    /// <summary>The excuses.</summary>
    public required IReadOnlyList<ExceptionSection> Exceptions { get; init; }

    /// <summary>What exists on the running system only, besides what the profile says.</summary>
    public required IReadOnlyList<RuntimeSection> Runtime { get; init; }

    /// <summary>What attributes objects have, besides what the profile says.</summary>
    public required IReadOnlyList<ExpectSection> Expectations { get; init; }

    /// <summary>The set-id objects that were reviewed, besides those of the profile.</summary>
    public required IReadOnlyList<SetidSection> Setids { get; init; }

    /// <summary>Where nothing may be delivered, besides what the profile says.</summary>
    public required IReadOnlyList<ForbidSection> Forbidden { get; init; }

    /// <summary>What must be delivered as a whole, besides what the profile says.</summary>
    public required IReadOnlyList<CompleteSection> Complete { get; init; }

    /// <summary>Which rules count, and how much.</summary>
    public required RulesSection Rules { get; init; }

    /// <summary>How the objects are looked into.</summary>
    public required AuditSection Audit { get; init; }

    /// <summary>The password that root gets.</summary>
    public required PasswordSection Password { get; init; }

    /// <summary>Who is named in etc/release.</summary>
    public required ReleaseSection Release { get; init; }

    /// <summary>How the platform is linked.</summary>
    public required LinkSection Link { get; init; }

    /// <summary>The findings that are put up with for now.</summary>
    public required BaselineSection Baseline { get; init; }

    /// <summary>
    /// Reads the workspace file <paramref name="text"/> with the files that it extends, which <paramref name="bases"/> finds. All problems
    /// come in one run, by file and in the order of the text; where there is any, there is no file.
    /// </summary>
    public static (WorkspaceFile? File, IReadOnlyList<ConfigurationProblem> Problems) Read(SourceText text, BaseFiles? bases = null) =>
        WorkspaceReader.Read(text, bases, SemanticVersion.Parse(Tool.Version)!);

    /// <summary>
    /// The path of the workspace file that governs <paramref name="startDirectory"/>: the one in it, or in the nearest directory
    /// above it that has one; null where none has.
    /// </summary>
    public static string? Find(IFileSystem files, string startDirectory)
    {
        for (string? directory = files.Path.GetFullPath(startDirectory); directory is not null; directory = files.Path.GetDirectoryName(directory))
        {
            string candidate = files.Path.Combine(directory, FileName);
            if (files.File.Exists(candidate)) return candidate;
        }
        return null;
    }
}
