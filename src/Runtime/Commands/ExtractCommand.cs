using System.CommandLine;
using ManifestLinker.Linker.Open;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc extract</c>: unpacks an image, or a part of it.</summary>
internal sealed class ExtractCommand() : CommandBase(
    "extract",
    "Unpack an image, or a directory of it, without privilege: owners become yours, set-id bits are dropped, devices are left out.",
    "mlc extract output/platform-latest etc -o unpacked")
{
    private readonly ImageArguments image = new();

    private readonly Argument<string?> path = new("PATH")
    {
        Description = "The directory or file to unpack; all of the image where it is not given.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> output = ProjectOptions.Single("-o", "DIR", "Where to; a directory that does not exist, or is empty.");

    protected override void AddTo(Command command)
    {
        image.AddTo(command);
        command.Add(path);
        output.Required = true;
        command.Add(output);
    }

    protected override int Run(ParseResult options)
    {
        OpenedImage opened = image.Open(options, Invocation);
        TreeEntry entry = TreePath.Resolve(opened.Tree, options.GetValue(path) ?? "");
        FileTree tree = entry.Inode.Kind == FileKind.Directory
            ? opened.Tree.Below(entry.Path)
            : OnlyFile(opened.Tree, entry);
        IReadOnlyList<TreeEntry> leftOut = Extraction.Extract(tree, options.GetValue(output)!, Invocation.Host, Invocation.Cancel);
        foreach (TreeEntry special in leftOut)
            Invocation.Error.WriteLine($"mlc: '{special.Path}' is left out: only files, directories and links are unpacked");
        return ExitCode.Done;
    }

    private static FileTree OnlyFile(FileTree tree, TreeEntry entry) => new(
    [
        new TreeEntry(Compiler.Ir.ImagePath.Root, tree.Find(entry.Path.Parent)!),
        new TreeEntry(Compiler.Ir.ImagePath.Root.Append(entry.Path.Name), entry.Inode),
    ]);
}
