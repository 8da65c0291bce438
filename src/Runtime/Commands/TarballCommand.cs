using System.CommandLine;
using System.Globalization;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Output;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Commands;

/// <summary>A command that packs a tree as <c>KIND-[VERSION-]STAMP.tgz</c>.</summary>
/// <param name="kind">The word it is called by, which its archive begins with.</param>
/// <param name="description">What it does.</param>
/// <param name="example">How it is called.</param>
internal abstract class TarballCommand(string kind, string description, string example) : TreeCommand(kind, description, example)
{
    private readonly Option<string> output = new("-o", "--output-dir")
    {
        HelpName = "OUT",
        Description = "The folder for the archive.",
        DefaultValueFactory = _ => "output",
    };

    protected override void AddOwnTo(Command command) => command.Add(output);

    protected override string Write(ParseResult options, LinkProject read, FileTree tree, BuildStamp stamp, int jobs)
    {
        string name = OutputName.Of(Name, read.Workspace?.Platform.Version?.Value ?? "", stamp);
        string archive = Tarball.Write(tree, options.GetValue(output)!, name, stamp.Seconds, Invocation.Host, jobs, Invocation.Cancel);
        return string.Create(CultureInfo.InvariantCulture, $"packed {tree.Entries.Count - 1} objects in {archive}\n");
    }
}
