using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Project;

/// <content>What is packed beside the platform.</content>
internal sealed partial class ProjectReader
{
    /// <summary>
    /// Reads the project of a tarball, and the package manifests it converts, from the command line, or else from the workspace's table
    /// <paramref name="name"/>, which <paramref name="sectionOf"/> gives. What the command line says of manifests replaces all that the table says of them.
    /// </summary>
    public (LinkProject Project, ConvertedPackages Packages) ReadTarball(
        string name, Func<WorkspaceFile, TarballSection?> sectionOf, IReadOnlyList<string> manifests, IReadOnlyList<string> packages, IReadOnlyList<string> search)
    {
        WorkspaceFile? workspace = ReadWorkspace();
        TarballSection? section = workspace is null ? null : sectionOf(workspace);
        bool isGiven = manifests.Count + packages.Count > 0;
        WorkspacePath[] declared = isGiven || section is null ? [] : [.. section.Manifests.Select(workspace!.PathOf)];
        IEnumerable<WorkspacePath> converted = isGiven || section is null ? [] : section.Packages.Select(workspace!.PathOf);
        ConvertedPackages ips = ConvertedPackages.Read(
            [.. packages.Select(path => (path, path)), .. converted.Select(path => (path.Opened, path.GivenAs))], this, invocation.Host);
        NamedManifest[] named =
        [
            .. manifests.SelectMany(path => Expand(path, path, component: null)),
            .. declared.SelectMany(path => Expand(path.Opened, path.GivenAs, component: null)),
            .. ips.Manifests,
        ];
        if (named.Length == 0)
            throw new UsageException($"no manifest is given, and no mlc.toml names one under [{name}]", $"name manifests with -m, or write [{name}] with manifests = [\"FILE\"]");
        NamedDirectory[]? directories = search.Count > 0
            ? [.. search.Select(directory => new NamedDirectory(directory, directory))]
            : (section?.Search ?? workspace?.SearchDirectories)?.Select(workspace!.PathOf).Select(path => new NamedDirectory(path.Opened, path.GivenAs)).ToArray();
        if (directories is null) throw new UsageException("no search directories are known", $"name them after the options, or write search = [\"proto\"] under [{name}] in mlc.toml");
        Profile profile = ReadProfile(workspace);
        return (new LinkProject
        {
            Workspace = workspace,
            Manifests = named,
            IsWhole = false,
            Search = directories,
            Variables = ReadVariables(workspace),
            Profile = UnpackedProfile.Of(profile),
            Policy = Locked(Besides(ReadPolicy(workspace) with { BuiltIn = BuiltInExcuses(workspace, profile) }), profile),
            Accounts = ReadAccounts(workspace),
            BaselineFile = null,
            FailOn = ReadFailOn(workspace),
        }, ips);
    }

    // The excuses of the workspace are for the platform: they hold here, too, but none is stale for having nothing to excuse.
    private Policy Besides(Policy policy) => policy with
    {
        BuiltIn = [.. policy.BuiltIn, .. policy.Suppressions.Where(excuse => excuse.Until is not { } last || last >= invocation.Today)],
        Suppressions = [],
    };
}
