using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Linker.Inputs;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Git;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Steps;
using ManifestLinker.Runtime.Store;

namespace ManifestLinker.Runtime.Commands;

/// <content>What the workspace brings besides manifests: repositories and steps.</content>
internal sealed partial class LinkCommand
{
    // With what it is made from, for gitstatus.json and the listings.
    private LinkInput Described(LinkInput input, LinkProject read, ProjectReader reader, IReadOnlyCollection<StepResult> steps)
    {
        IReadOnlyList<RepositoryState> repositories = read.Workspace is { } workspace ? RepositoryReader.Read(workspace, Invocation) : [];
        return input with
        {
            GitStatus = GitStatus.Of(repositories, input.Stamp.Seconds),
            Sources = LinkSources.Of(read, reader, Invocation, repositories, steps),
            WritesSbom = read.Workspace?.Link.WritesSbom is not false,
        };
    }

    private Verdict Judge(LinkProject read, Compilation compilation, IEnumerable<Finding> planning, params Phase[] besides) =>
        read.PolicyFor(compilation).Judge(compilation.Findings.Concat(planning), compilation.Scope(Invocation, besides));

    // Nothing of others runs where the link stops anyhow.
    private IReadOnlyList<ImageTransform> Steps(
        LinkProject read, Compilation compilation, LinkInput input, int jobs, StoreSettings? kept, bool runs, ICollection<StepResult> steps, List<Finding> planning)
    {
        if (read.Workspace is not { Steps.Count: > 0 } workspace) return [];
        AccountTables accounts = read.SearchPath(Invocation)!.Accounts(Invocation.Host, read.Accounts);
        planning.AddRange(WorkspaceSteps.Check(workspace, compilation.Resolved!, accounts));
        if (Judge(read, compilation, planning).Fails(read.FailOn)) return [];
        IActionStore? keeper = runs && kept is not null ? ActionStores.Open(kept, Invocation) : null;
        return WorkspaceSteps.Transforms(new StepRun(workspace, Invocation, accounts, input.Stamp.Seconds, jobs, keeper), runs, steps, planning);
    }
}
