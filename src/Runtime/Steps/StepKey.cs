using System.Globalization;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Steps;

/// <summary>The name of all that the outputs of a step depend on.</summary>
internal static class StepKey
{
    // Another one where a step is run otherwise than before, so that what was made in the old way is not taken.
    private const string Form = "mlc step 1";

    /// <summary>The key of <paramref name="step"/>, which sees <paramref name="inputs"/>, is made of <paramref name="tools"/> and runs at <paramref name="time"/>.</summary>
    public static ActionKey Of(StepSection step, FileTree inputs, StepTools tools, long time, IHost host, int jobs, CancellationToken cancel)
    {
        var facts = new List<(string Name, string Value)> { ("form", Form), ("time", time.ToString(CultureInfo.InvariantCulture)) };
        facts.AddRange(step.Command.Select(word => ("command", word.Value)));
        facts.AddRange(step.Outputs.Select(output => output.Path.Value.Text).Order(StringComparer.Ordinal).Select(path => ("output", path)));
        facts.AddRange(Facts("input", inputs, jobs, cancel));
        facts.AddRange(Facts("tool", tools.Tree, jobs, cancel));
        if (tools.Host is { } program) facts.Add(("program", ContentDigests.Of(FileBytes.Of(host.Files, program), cancel).Sha256.ToString()));
        return ActionKey.Of(facts);
    }

    private static IEnumerable<(string Name, string Value)> Facts(string what, FileTree tree, int jobs, CancellationToken cancel)
    {
        IReadOnlyDictionary<Inode, FileDigests> digests = ContentDigests.Of(tree, jobs, cancel);
        var first = new Dictionary<Inode, ImagePath>();
        foreach (TreeEntry entry in tree.Entries)
        {
            yield return (what, entry.Path.Text);
            if (!first.TryAdd(entry.Inode, entry.Path))
            {
                yield return ("same as", first[entry.Inode].Text);
                continue;
            }
            yield return ("kind", entry.Inode.Kind.ToString());
            yield return ("mode", Convert.ToString(entry.Inode.Permissions, 8));
            if (entry.Inode.Kind == FileKind.Regular) yield return ("content", digests[entry.Inode].Sha256.ToString());
            if (entry.Inode.Kind == FileKind.SymbolicLink) yield return ("text", entry.Inode.Target);
        }
    }
}
