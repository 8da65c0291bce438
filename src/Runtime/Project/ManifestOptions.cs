using System.CommandLine;

namespace ManifestLinker.Runtime.Project;

/// <summary>What is checked: manifests and search directories, from the command line or else the workspace.</summary>
internal sealed class ManifestOptions : IProjectInputs
{
    private readonly Argument<string[]> manifests = new("MANIFEST|DIR")
    {
        Description = "Manifests, or directories of them; together they are one union. Without any, the components of the workspace.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> search = ProjectOptions.Repeated(
        "--search", "DIR", "Look objects up in DIR; the first directory that has one wins. Replaces the workspace's search path.");

    private readonly Option<bool> noResolve = new("--no-resolve") { Description = "Do not look objects up." };

    /// <inheritdoc/>
    public void AddTo(Command command)
    {
        command.Add(manifests);
        command.Add(search);
        command.Add(noResolve);
    }

    /// <inheritdoc/>
    public LinkProject Read(ParseResult options, ProjectReader reader) => reader.Read(options.GetValue(manifests)!, options.GetValue(search)!);

    /// <inheritdoc/>
    public bool AreKnown(ParseResult options, ProjectReader reader) => options.GetValue(manifests)!.Length > 0 || reader.HasWorkspace;

    /// <inheritdoc/>
    public bool Resolves(ParseResult options) => !options.GetValue(noResolve);
}
