using System.CommandLine;
using System.Globalization;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Output;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc stage</c>: the resolved tree as plain files.</summary>
internal sealed class StageCommand() : TreeCommand(
    "stage",
    "Copy what the manifests deliver into a directory, as builder does, without privilege: owners and set-id bits go to DIR.spec, an mtree(5) listing.",
    "mlc stage -m manifest.gen -o root proto")
{
    private readonly Option<string?> output = ProjectOptions.Single("-o", "DIR", "Where to; a directory that does not exist, or is empty.");
    private readonly AuditSwitch audits = new();

    protected override void AddOwnTo(Command command)
    {
        output.Required = true;
        command.Add(output);
        audits.AddTo(command);
    }

    protected override AuditSettings? Audit(ParseResult options, LinkProject read, int jobs) => audits.Read(options, read, jobs, Invocation);

    protected override TreeRequest Read(ParseResult options, ProjectReader reader, IReadOnlyList<string> manifests, IReadOnlyList<string> search)
    {
        LinkProject read = reader.Read(manifests, search);
        if (read.Search is null) throw new UsageException("no search directories are known", "name them after the options, or under [search] in mlc.toml");
        // What is in the way is told before the work, not after it.
        _ = new FreshDirectory(Invocation.Host.Files, options.GetValue(output)!);
        return new TreeRequest(read);
    }

    protected override string Write(ParseResult options, LinkProject read, FileTree tree, BuildStamp stamp, int jobs)
    {
        string directory = options.GetValue(output)!;
        string spec = StagedTree.Write(tree, directory, stamp.Seconds, Invocation.Host, jobs, Invocation.Cancel);
        return string.Create(CultureInfo.InvariantCulture, $"staged {tree.Entries.Count - 1} objects in {directory}; owners and modes are in {spec}\n");
    }
}
