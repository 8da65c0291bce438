using System.CommandLine;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Open;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Runtime.Listings;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc ls</c>: what an image holds.</summary>
internal sealed class LsCommand() : CommandBase(
    "ls",
    "List what an image holds, without mounting anything.",
    "mlc ls -l output/platform-latest usr/bin")
{
    private readonly ImageArguments image = new();

    private readonly Argument<string?> path = new("PATH")
    {
        Description = "A directory or file; the top where it is not given.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> detailed = new("-l") { Description = "Mode, links, owner, group, size and time of each." };
    private readonly Option<bool> recursive = new("-R") { Description = "Everything below, by paths." };

    private readonly Option<string> format = new("--format")
    {
        HelpName = "FORMAT",
        Description = "text, json, or mtree (which reads all files for their digests; it and json list everything below).",
        DefaultValueFactory = _ => "text",
    };

    protected override void AddTo(Command command)
    {
        image.AddTo(command);
        command.Add(path);
        command.Add(detailed);
        command.Add(recursive);
        format.AcceptOnlyFromAmong("text", "json", "mtree");
        command.Add(format);
    }

    protected override int Run(ParseResult options)
    {
        OpenedImage opened = image.Open(options, Invocation);
        // The link itself is what is listed, not what it leads to; a directory is listed through a link, as ls does with a slash.
        TreeEntry top = Named(opened.Tree, options.GetValue(path) ?? "");
        bool all = options.GetValue(recursive) || options.GetValue(format) != "text";
        TreeEntry[] entries = top.Inode.Kind != FileKind.Directory ? [top]
            : all ? [.. opened.Tree.Entries.Where(entry => entry.Path.IsAtOrBelow(top.Path))]
            : [.. opened.Tree.Children(top.Path)];
        switch (options.GetValue(format))
        {
            case "json":
                JsonListing.Write(opened.Tree, entries, Invocation.Output);
                break;
            case "mtree":
                FileTree part = top.Inode.Kind == FileKind.Directory ? opened.Tree.Below(top.Path) : throw new IOException($"'{top.Path}' is no directory");
                MtreeListing.Write(part, Invocation.Output, Global.JobsOf(options), Invocation.Cancel);
                break;
            default:
                Write(TextListing.Of(opened.Tree, entries, options.GetValue(detailed), fullPaths: all));
                break;
        }
        return ExitCode.Done;
    }

    private static TreeEntry Named(FileTree tree, string text)
    {
        string trimmed = text.Trim('/');
        return ImagePath.TryParse(trimmed, out ImagePath exact)
            && tree.Find(exact) is { Kind: not FileKind.Directory } inode
            && !text.EndsWith('/')
            && TargetKind(tree, text) != FileKind.Directory
                ? new TreeEntry(exact, inode)
                : TreePath.Resolve(tree, text);
    }

    private static FileKind? TargetKind(FileTree tree, string text)
    {
        try
        {
            return TreePath.Resolve(tree, text).Inode.Kind;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
