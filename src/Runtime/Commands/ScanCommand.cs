using System.CommandLine;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Linker.Import;
using ManifestLinker.Linker.Open;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc scan</c>: a manifest for what is there already.</summary>
internal sealed class ScanCommand() : CommandBase(
    "scan",
    "Write a manifest for a tree that exists: a directory, or an image. Modes and links are taken as found; owners by the names the tree's own accounts give them.",
    "mlc scan --chown root:bin -o agent.manifest proto/opt/agent --root opt/agent")
{
    private readonly Argument<string> tree = new("DIR|IMAGE")
    {
        Description = "A directory, which is taken as it is; or a UFS image, a boot archive, a usr.lgz, a platform's .tgz, an ISO image.",
    };

    private readonly Option<string?> root = ProjectOptions.Single("--root", "PREFIX", "Where the tree lies in the image; it becomes a directory there.");

    private readonly OwnerOptions owners = new();
    private readonly ImportOutput output = new();

    protected override void AddTo(Command command)
    {
        command.Add(tree);
        command.Add(root);
        owners.AddTo(command);
        output.Project.AddAccountsTo(command);
        output.AddTo(command);
    }

    protected override int Run(ParseResult options)
    {
        ImagePath top = ImagePath.Root;
        if (options.GetValue(root) is { } prefix && !ImagePath.TryParse(prefix, out top))
            throw new UsageException($"--root {prefix}: it has a '..' component", "write the path in the image, as in --root opt/agent");
        Ruling ruling = new ProjectReader(Invocation, options, Global, output.Project).ReadRuling();
        var findings = new List<Finding>();
        FileTree read = ReadTree(options.GetValue(tree)!, top, findings);

        // Only the top of an image has its accounts.
        OwnerNames names = owners.Names(options, top.IsRoot ? TreeAccounts.Of(read, ruling.Accounts) : ruling.Accounts);
        IReadOnlyList<ImportedEntry> entries = TreeManifest.Of(read, top, names, findings);
        findings.AddRange(names.Findings);
        string text = ManifestText.Of([new ImportedGroup(null, entries)], findings);
        return output.Write("scan", options.GetValue(tree)!, options, Global, Invocation, ruling, findings, text);
    }

    private FileTree ReadTree(string path, ImagePath top, List<Finding> findings)
    {
        if (!Invocation.Host.Files.Directory.Exists(path)) return ImageArguments.Opener(Invocation, raw: false).Open(path, Invocation.Cancel).Tree;
        return HostTree.Read(Invocation.Host, path, Invocation.Cancel, (below, why) =>
            findings.Add(ImportUnsupported.LeftOut(below.Below(top).Text, "object", why, null)));
    }
}
