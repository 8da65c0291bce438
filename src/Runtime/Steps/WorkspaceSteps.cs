using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Linker.Inputs;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Steps;

/// <summary>The steps of a workspace, as the link takes them.</summary>
internal static class WorkspaceSteps
{
    /// <summary>What is wrong with the outputs that <paramref name="workspace"/> declares: owners and groups that <paramref name="accounts"/> lack, and paths that <paramref name="entries"/> deliver.</summary>
    public static IEnumerable<Finding> Check(WorkspaceFile workspace, IReadOnlyList<ResolvedEntry> entries, AccountTables accounts)
    {
        ILookup<ImagePath, Entry> delivered = entries.ToLookup(resolved => resolved.Entry.Path, resolved => resolved.Entry);
        foreach (StepSection step in workspace.Steps)
        {
            foreach (StepOutputSection output in step.Outputs)
            {
                var subject = new Subject(output.Path.Value.Text, "file", null);
                if (UnknownOwner.Of(subject, output.Owner.Value, output.Owner.Location, accounts) is { } owner) yield return owner;
                if (UnknownGroup.Of(subject, output.Group.Value, output.Group.Location, accounts) is { } group) yield return group;
                foreach (Entry entry in delivered[output.Path.Value]) yield return ReservedPath.At(entry, $"what the step '{step.Name.Value}' makes");
            }
        }
    }

    /// <summary>
    /// The steps of the workspace of <paramref name="run"/> as changes of the image. Where they do not run (<paramref name="runs"/>), each
    /// leaves the image as it is and has a name that says what would be done. What became of each goes to <paramref name="results"/>; a
    /// step that is left out goes to <paramref name="findings"/>.
    /// </summary>
    /// <exception cref="IOException">A tool is missing, and the step may not be skipped.</exception>
    public static IReadOnlyList<ImageTransform> Transforms(StepRun run, bool runs, ICollection<StepResult> results, ICollection<Finding> findings)
    {
        var transforms = new List<ImageTransform>();
        foreach (StepSection step in run.Workspace.Steps)
        {
            string name = step.Name.Value;
            string[] outputs = [.. step.Outputs.Select(output => output.Path.Value.Text).Order(StringComparer.Ordinal)];
            if (step.Recorded is { } recorded)
            {
                transforms.Add(Add($"step {name}: take {string.Join(", ", outputs)} from {recorded.Value}", image => run.Recorded(step, recorded, image), results));
                continue;
            }
            StepTools tools = run.ToolsOf(step);
            if (tools.Missing is { } missing)
            {
                if (!step.MayBeSkipped)
                    throw new IOException($"the step '{name}' cannot run: {missing}; provide it, take recorded outputs (recorded = \"DIR\"), or let the step be left out (when-missing = \"skip\")");
                findings.Add(StepSkipped.At(name, missing, outputs, step.Name.Location));
                transforms.Add(Add(
                    $"step {name}: skipped, because {missing}", image => (image, new StepResult(name, StepOutcome.Skipped) { Reason = missing }), results));
                continue;
            }
            string command = $"step {name}: run {string.Join(' ', step.Command.Select(word => word.Value))}";
            transforms.Add(runs
                ? Add(command, image => run.Run(step, tools, image), results)
                : new ImageTransform($"{command}, which makes {string.Join(", ", outputs)} (of unknown size, and not counted here)", image => image));
        }
        return transforms;
    }

    private static ImageTransform Add(
        string name, Func<Compiler.Tree.FileTree, (Compiler.Tree.FileTree Image, StepResult Result)> work, ICollection<StepResult> results) => new(name, image =>
    {
        (Compiler.Tree.FileTree after, StepResult result) = work(image);
        results.Add(result);
        return after;
    });
}
