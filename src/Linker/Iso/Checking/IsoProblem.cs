using System.Globalization;

namespace ManifestLinker.Linker.Iso;

/// <summary>Something in an ISO image that should be otherwise.</summary>
/// <param name="What">One sentence without a full stop.</param>
/// <param name="Offset">The byte offset in the image it is about, if there is one.</param>
public sealed record IsoProblem(string What, long? Offset = null)
{
    /// <summary>The place and the sentence.</summary>
    public override string ToString() => Offset is { } offset ? string.Create(CultureInfo.InvariantCulture, $"byte {offset}: {What}") : What;
}
