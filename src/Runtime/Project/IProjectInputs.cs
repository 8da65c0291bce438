using System.CommandLine;

namespace ManifestLinker.Runtime.Project;

/// <summary>The options and arguments that say which manifests and search directories a command works on.</summary>
internal interface IProjectInputs
{
    /// <summary>Adds them to <paramref name="command"/>.</summary>
    void AddTo(Command command);

    /// <summary>The project they name.</summary>
    LinkProject Read(ParseResult options, ProjectReader reader);

    /// <summary>Whether they, or a workspace, name any manifest at all.</summary>
    bool AreKnown(ParseResult options, ProjectReader reader);

    /// <summary>Whether objects are looked up.</summary>
    bool Resolves(ParseResult options);
}
