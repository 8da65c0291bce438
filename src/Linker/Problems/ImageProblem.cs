using System.Globalization;

namespace ManifestLinker.Linker.Problems;

/// <summary>Something in an image that should be otherwise.</summary>
/// <param name="What">One sentence without a full stop.</param>
/// <param name="Offset">The byte offset in the image it is about, if there is one.</param>
public sealed record ImageProblem(string What, long? Offset = null)
{
    /// <summary>The place and the sentence.</summary>
    public override string ToString() => Offset is { } offset ? string.Create(CultureInfo.InvariantCulture, $"byte {offset}: {What}") : What;
}
