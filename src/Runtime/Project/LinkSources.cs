using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Inputs;
using ManifestLinker.Runtime.Git;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Project;

/// <summary>Takes down what a project is linked from, besides the objects themselves.</summary>
internal static class LinkSources
{
    /// <summary>What <paramref name="project"/> is made from; its steps tell <paramref name="steps"/> what became of them.</summary>
    public static BuildInputs Of(
        LinkProject project, ProjectReader reader, Invocation invocation, IReadOnlyList<RepositoryState> repositories, IReadOnlyCollection<StepResult> steps) => new()
    {
        Tool = $"{Tool.Name} {Tool.Version}",
        Engine = RuntimeInformation.FrameworkDescription,
        Manifests = [.. project.Manifests.Select(manifest => new InputFile(manifest.GivenAs, DigestOf(reader.ReadText(manifest.Path).Text)))],
        Accounts =
        [
            Accounts("etc/passwd", project, reader, invocation, project.Workspace?.Accounts.Passwd, project.Accounts.Owners),
            Accounts("etc/group", project, reader, invocation, project.Workspace?.Accounts.Group, project.Accounts.Groups),
        ],
        Variables = project.Variables.All,
        Repositories = [.. repositories.Select(state => new InputRepository(state.Name, state.Revision, state.Url, state.IsDirty))],
        Components = project.Workspace?.Components.ToDictionary(component => component.Name.Value, component => component.Repository?.Value, StringComparer.Ordinal)
            ?? new Dictionary<string, string?>(StringComparer.Ordinal),
        Steps = steps,
    };

    // As the compiler takes them: those of the image, else those that are given, else those that are built in.
    private static InputFile Accounts(
        string path, LinkProject project, ProjectReader reader, Invocation invocation, Placed<string>? declared, AccountTable otherwise)
    {
        if (project.SearchPath(invocation)?.ReadText(ImagePath.Parse(path), invocation.Host) is { } found)
            return new InputFile($"{found.From.Directory}/{path}", DigestOf(found.Text));
        if (otherwise.Source == AccountTables.Base.Owners.Source || otherwise.Source == AccountTables.Base.Groups.Source)
            return new InputFile(otherwise.Source, null);
        bool isDeclared = declared is { } written && project.Workspace!.PathOf(written).Opened == otherwise.Source;
        return new InputFile(isDeclared ? project.Workspace!.PathOf(declared!.Value).GivenAs : otherwise.Source, DigestOf(reader.ReadText(otherwise.Source).Text));
    }

    private static Digest DigestOf(string text) => new(SHA256.HashData(EscapedUtf8.Encode(text)));
}
