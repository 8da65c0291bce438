using System.CommandLine;
using ManifestLinker.Linker.Open;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc cat</c>: the bytes of a file in an image.</summary>
internal sealed class CatCommand() : CommandBase(
    "cat",
    "Write a file of an image to standard output. Symbolic links are followed within the image.",
    "mlc cat output/platform-latest etc/release")
{
    private readonly ImageArguments image = new();
    private readonly Argument<string> path = new("PATH") { Description = "The file." };

    protected override void AddTo(Command command)
    {
        image.AddTo(command);
        command.Add(path);
    }

    protected override int Run(ParseResult options)
    {
        OpenedImage opened = image.Open(options, Invocation);
        TreeEntry entry = TreePath.Resolve(opened.Tree, options.GetValue(path)!);
        if (entry.Inode.Kind != FileKind.Regular) throw new IOException($"'{entry.Path}' is no regular file");
        entry.Inode.Content.ReadThrough(Invocation.Output.Write, cancel: Invocation.Cancel);
        return ExitCode.Done;
    }
}
