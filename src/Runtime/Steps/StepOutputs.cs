using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Inputs;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Steps;

/// <summary>Holds what a step made against what it declares.</summary>
internal static class StepOutputs
{
    /// <summary>Demands that <paramref name="made"/>, which lies in the folder that messages call <paramref name="shown"/>, is what <paramref name="step"/> declares.</summary>
    /// <exception cref="IOException">A declared output is missing or no regular file, or something is there that is not declared.</exception>
    public static void Check(StepSection step, FileTree made, string shown)
    {
        string name = step.Name.Value;
        foreach (ImagePath path in step.Outputs.Select(output => output.Path.Value).Order())
        {
            if (made.Find(path) is not { } inode) throw new IOException($"the step '{name}' made no {path}, which it declares as an output; it belongs in {shown}");
            if (inode.Kind != FileKind.Regular) throw new IOException($"the step '{name}' made {path} as a {KindName.Of(inode.Kind)}; an output is a regular file");
        }
        foreach (TreeEntry entry in made.Entries.Where(entry => !step.Outputs.Any(output => output.Path.Value.IsAtOrBelow(entry.Path))))
            throw new IOException($"the step '{name}' made {entry.Path}, which it does not declare; declare it with [[step.output]], or keep it out of {shown}");
    }

    /// <summary>The outputs in <paramref name="made"/>, which was checked, as objects of the image and as facts about them.</summary>
    public static (IReadOnlyList<TreeEntry> Entries, IReadOnlyList<StepOutput> Facts) Take(
        StepSection step, FileTree made, AccountTables accounts, long time, CancellationToken cancel)
    {
        var entries = new List<TreeEntry>();
        var facts = new List<StepOutput>();
        foreach (StepOutputSection output in step.Outputs.OrderBy(output => output.Path.Value))
        {
            ByteSource content = made.Find(output.Path.Value)!.Content;
            entries.Add(new TreeEntry(output.Path.Value, new Inode
            {
                Kind = FileKind.Regular,
                Permissions = output.Mode.Value.Bits,
                Uid = accounts.Owners.IdOf(output.Owner.Value),
                Gid = accounts.Groups.IdOf(output.Group.Value),
                Modified = time,
                Content = content,
            }));
            facts.Add(new StepOutput(output.Path.Value, content.Length, ContentDigests.Of(content, cancel).Sha256));
        }
        return (entries, facts);
    }
}
