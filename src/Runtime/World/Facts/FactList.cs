using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Store;

namespace ManifestLinker.Runtime.World.Facts;

/// <summary>All that the outputs of a phase depend on, in a fixed order, and the key made of it.</summary>
internal sealed class FactList
{
    /// <summary>Takes the facts as they are.</summary>
    public FactList(IEnumerable<Fact> facts)
    {
        Facts = [.. facts];
        Key = ActionKey.Of(Facts.Select(fact => (fact.Name, fact.Value)));
    }

    /// <summary>The facts.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>The key of what the phase does.</summary>
    public ActionKey Key { get; }

    /// <summary>The facts about sources: what may change while the phase runs.</summary>
    public IEnumerable<Fact> Sources => Facts.Where(fact => fact.Fields[0] == SourceField);

    /// <summary>The first field of a fact about a source.</summary>
    public const string SourceField = "source";

    /// <summary>A line for each fact, as bytes.</summary>
    public byte[] ToBytes() => EscapedUtf8.Encode(string.Concat(Facts.Select(fact => fact.Line + "\n")));

    /// <summary>What <see cref="ToBytes"/> made <paramref name="bytes"/> from.</summary>
    public static FactList Parse(ReadOnlySpan<byte> bytes) =>
        new(EscapedUtf8.Decode(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Fact.Parse));
}
