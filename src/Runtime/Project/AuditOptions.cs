using System.CommandLine;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Project;

/// <summary>What is audited: something delivered, manifests with search directories, or the workspace.</summary>
internal sealed class AuditOptions : IProjectInputs
{
    private readonly Argument<string[]> places = new("IMAGE|SEARCH_DIR")
    {
        Description = "What was delivered: a platform directory or .tgz, a boot archive, an ISO, an unpacked tree. With -m, where objects are looked up. Without any, the workspace.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> manifests = ProjectOptions.Repeated("-m", "MANIFEST", "A manifest, or a directory of them; may be given again.", "--manifest");

    /// <inheritdoc/>
    public void AddTo(Command command)
    {
        command.Add(places);
        command.Add(manifests);
    }

    /// <summary>What was delivered, where that is audited; null where manifests are.</summary>
    public string? Image(ParseResult options)
    {
        if (options.GetValue(manifests)!.Length > 0) return null;
        return options.GetValue(places) switch
        {
            [] or null => null,
            [var image] => image,
            _ => throw new UsageException("several images are given", "audit one at a time, or name the manifests of these search directories with -m"),
        };
    }

    /// <inheritdoc/>
    public LinkProject Read(ParseResult options, ProjectReader reader)
    {
        LinkProject read = reader.Read(options.GetValue(manifests)!, options.GetValue(places)!);
        return read.Search is null
            ? throw new UsageException("no search directories are known", "name them after the options, or under [search] in mlc.toml; or name an image")
            : read;
    }

    /// <inheritdoc/>
    public bool AreKnown(ParseResult options, ProjectReader reader) => options.GetValue(manifests)!.Length > 0 || reader.HasWorkspace;

    /// <inheritdoc/>
    public bool Resolves(ParseResult options) => true;
}
