using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>
/// <c>[[step]]</c>: a program that makes objects of the image out of others. <see cref="Command"/> is a program and its arguments, in
/// which $ROOT and $OUT stand for folders; <see cref="Inputs"/> say what it sees of the image.
/// </summary>
internal sealed record StepSection(Placed<string> Name, IReadOnlyList<Placed<string>> Command, IReadOnlyList<StepOutputSection> Outputs)
{
    /// <summary>What of the image the program gets to see.</summary>
    public required IReadOnlyList<Placed<PathGlob>> Inputs { get; init; }

    /// <summary>The files and directories that the program is made of, relative to the file that says it.</summary>
    public required IReadOnlyList<Placed<string>> Tools { get; init; }

    /// <summary>One of <see cref="MissingWords"/>; null for the first.</summary>
    public required Placed<string>? WhenMissing { get; init; }

    /// <summary>A folder to take the outputs from, in place of running anything; null where there is none.</summary>
    public required Placed<string>? Recorded { get; init; }

    /// <summary>The words for what is done where a tool is missing, the default first.</summary>
    public static readonly IReadOnlyList<string> MissingWords = ["fail", "skip"];

    /// <summary>Whether the link goes on without the step where a tool is missing.</summary>
    public bool MayBeSkipped => WhenMissing?.Value == MissingWords[1];
}

/// <summary><c>[[step.output]]</c>: a file that the step makes, and the attributes it gets in the image.</summary>
internal sealed record StepOutputSection(Placed<ImagePath> Path, Placed<Mode> Mode, Placed<string> Owner, Placed<string> Group);
