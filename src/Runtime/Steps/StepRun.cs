using System.IO.Abstractions;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Inputs;
using ManifestLinker.Linker.Open;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Steps;

/// <summary>Adds to an image what a step makes: from a run of its program, from the store, or from a folder with recorded outputs.</summary>
internal sealed class StepRun(WorkspaceFile workspace, Invocation invocation, AccountTables accounts, long time, int jobs, IActionStore? store)
{
    private readonly IFileSystem files = invocation.Host.Files;

    /// <summary>The workspace whose steps they are.</summary>
    public WorkspaceFile Workspace => workspace;

    /// <summary>What <paramref name="step"/> is made of.</summary>
    public StepTools ToolsOf(StepSection step) => StepTools.Find(step, workspace, invocation, time);

    // mlc's own folder lies beside the workspace file.
    private string Steps => files.Path.Combine(files.Path.GetDirectoryName(files.Path.GetFullPath(workspace.Source.Name))!, ".mlc", "steps");

    /// <summary><paramref name="image"/> with the outputs of <paramref name="step"/>, which <paramref name="recorded"/> has.</summary>
    /// <exception cref="IOException">The outputs are not those that are declared.</exception>
    public (FileTree Image, StepResult Result) Recorded(StepSection step, Placed<string> recorded, FileTree image)
    {
        WorkspacePath folder = workspace.PathOf(recorded);
        if (!files.Directory.Exists(folder.Opened))
            throw new IOException($"the step '{step.Name.Value}' takes recorded outputs from {folder.GivenAs}, and there is no such folder");
        FileTree made = HostTree.Read(invocation.Host, folder.Opened, invocation.Cancel);
        StepOutputs.Check(step, made, folder.GivenAs);
        return With(step, image, made, new StepResult(step.Name.Value, StepOutcome.Recorded) { Recorded = folder.GivenAs });
    }

    /// <summary><paramref name="image"/> with the outputs of <paramref name="step"/>, which is run unless they are known.</summary>
    /// <exception cref="IOException">It fails, or its outputs are not those that are declared.</exception>
    public (FileTree Image, StepResult Result) Run(StepSection step, StepTools tools, FileTree image)
    {
        FileTree inputs = StagedInputs.Of(image, [.. step.Inputs.Select(glob => glob.Value)], time);
        ActionKey key = StepKey.Of(step, inputs, tools, time, invocation.Host, jobs, invocation.Cancel);
        using var folder = new StepFolder(invocation.Host, Steps, step.Name.Value);
        bool isKnown = store?.Restore(key, folder.Out, invocation.Cancel) is true;
        if (!isKnown)
        {
            folder.Lay(inputs, tools.Tree, step.Outputs.Select(output => output.Path.Value.Parent.Text), invocation.Cancel);
            StepProgram.Run(step, tools, folder, files.Path.Combine(Steps, $"{step.Name.Value}.log"), time, invocation);
        }
        StepOutputs.Check(step, HostTree.Read(invocation.Host, folder.Out, invocation.Cancel), "$OUT");
        folder.Settle(time);
        if (!isKnown) store?.Keep(key, folder.Out, invocation.Cancel);
        folder.Commit();
        FileTree made = HostTree.Read(invocation.Host, folder.Final, invocation.Cancel);
        return With(step, image, made, new StepResult(step.Name.Value, isKnown ? StepOutcome.Unchanged : StepOutcome.Ran) { Key = key.Hex });
    }

    private (FileTree Image, StepResult Result) With(StepSection step, FileTree image, FileTree made, StepResult result)
    {
        (IReadOnlyList<TreeEntry> entries, IReadOnlyList<StepOutput> facts) = StepOutputs.Take(step, made, accounts, time, invocation.Cancel);
        return (image.With(time, entries), result with { Outputs = facts });
    }
}
