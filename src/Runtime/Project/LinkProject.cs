using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Project;

/// <summary>
/// What a command works on, from the workspace file and the command line together. Files have the name they are opened by,
/// relative to the working directory, and the name they were given by, which is the same wherever the project lies.
/// </summary>
internal sealed record LinkProject
{
    /// <summary>The workspace file; null where there is none.</summary>
    public required WorkspaceFile? Workspace { get; init; }

    /// <summary>The manifests in the order they count.</summary>
    public required IReadOnlyList<NamedManifest> Manifests { get; init; }

    /// <summary>Whether the manifests are those of the workspace, so that what its file says must fit them.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The search directories, in order; null where none are known.</summary>
    public required IReadOnlyList<NamedDirectory>? Search { get; init; }

    /// <summary>The values of variables.</summary>
    public required Variables Variables { get; init; }

    /// <summary>What kind of platform it is.</summary>
    public required Profile Profile { get; init; }

    /// <summary>What the user makes of the rules.</summary>
    public required Policy Policy { get; init; }

    /// <summary>The accounts to go by where the search directories have none.</summary>
    public required AccountTables Accounts { get; init; }

    /// <summary>The baseline that the workspace names; null where it names none.</summary>
    public required string? BaselineFile { get; init; }

    /// <summary>The severity from which on a run fails; null for never.</summary>
    public required Severity? FailOn { get; init; }

    /// <summary>The file that stands for all of it: the workspace file, else the first manifest.</summary>
    public string Input => Workspace?.Source.Name ?? Manifests[0].Path;

    /// <summary>The rules that are looked for in these phases, by id.</summary>
    public IReadOnlyList<Rule> RulesOf(IReadOnlyList<Phase> phases) => Policy.RulesOf(phases);
}

/// <summary>A manifest of a component.</summary>
internal sealed record NamedManifest(string Component, string Path, string GivenAs);

/// <summary>A search directory.</summary>
internal sealed record NamedDirectory(string Path, string GivenAs);

/// <summary>What the user makes of the rules, from which severity on a run fails (null for never), and the accounts of the image.</summary>
internal sealed record Ruling(Policy Policy, Severity? FailOn, AccountTables Accounts);

/// <summary>As <see cref="Ruling"/>, with the kind of platform that the image is taken for.</summary>
internal sealed record DeliveredRuling(Profile Profile, Policy Policy, Severity? FailOn, AccountTables Accounts, string? BaselineFile, WorkspaceFile? Workspace)
{
    /// <summary>The rules that are looked for in these phases, by id.</summary>
    public IReadOnlyList<Rule> RulesOf(IReadOnlyList<Phase> phases) => Policy.RulesOf(phases);
}
