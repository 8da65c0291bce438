using ManifestLinker.Linker.Digests;

namespace ManifestLinker.Linker.Inputs;

/// <summary>
/// What decides what a platform is, besides the objects that are delivered: all that can make another platform of the same sources, and
/// nothing of the machine. It is told in PREFIX.inputs.json and in the bill of materials.
/// </summary>
public sealed record BuildInputs
{
    /// <summary>The program that links, and its version, as <c>mlc 1.2.3</c>.</summary>
    public string Tool { get; init; } = "mlc";

    /// <summary>What the program runs on, which compresses, as <c>.NET 10.0.1</c>: another one may give other compressed bytes.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The manifests, in the order they count.</summary>
    public IReadOnlyList<InputFile> Manifests { get; init; } = [];

    /// <summary>Where owners come from, and where groups.</summary>
    public IReadOnlyList<InputFile> Accounts { get; init; } = [];

    /// <summary>The values of variables, by name.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The repositories, in the order of gitstatus.json.</summary>
    public IReadOnlyList<InputRepository> Repositories { get; init; } = [];

    /// <summary>The names of the components, each with the name of its repository, or null.</summary>
    public IReadOnlyDictionary<string, string?> Components { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>What became of the workspace's own steps; complete once the link is planned.</summary>
    public IReadOnlyCollection<StepResult> Steps { get; init; } = [];
}

/// <summary>A file that was read, by the path the user gave; without a digest where what it holds is built into mlc.</summary>
public sealed record InputFile(string Path, Digest? Sha256);

/// <summary>A repository: its name, its revision (null where git knows nothing of the directory), where it was cloned from (empty for nowhere), and whether tracked files were changed since.</summary>
public sealed record InputRepository(string Name, string? Revision, string Url, bool IsDirty);
