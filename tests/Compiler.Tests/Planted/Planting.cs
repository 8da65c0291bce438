using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Tests.Planted;

/// <summary>
/// The lines of one fault and the findings they must give. A fault has a directory to itself, so that it can have to do with
/// nothing but its own lines and the sound ones around them.
/// </summary>
/// <param name="home">The directory.</param>
/// <param name="key">A name that no other fault has, for what has to lie elsewhere.</param>
internal sealed class Planting(string home, string key)
{
    private readonly List<PlantedLine> lines = [];
    private readonly List<Expectation> expectations = [];

    public string Key => key;

    public IReadOnlyList<PlantedLine> Lines => lines;

    public IReadOnlyList<Expectation> Expectations => expectations;

    /// <summary>The path of <paramref name="name"/> in the directory.</summary>
    public string At(string name) => $"{home}/{name}";

    /// <summary>The text of a link in the directory that goes up to the root.</summary>
    public string ToRoot => string.Concat(home.Split('/').Select(_ => "../"));

    /// <summary>Adds a line, of which each <c>~</c> stands for the directory.</summary>
    public PlantedLine Put(string text)
    {
        var line = new PlantedLine(text.Replace("~", home, StringComparison.Ordinal));
        lines.Add(line);
        return line;
    }

    /// <summary>Demands a finding of <paramref name="rule"/> at <paramref name="place"/>, about <paramref name="subject"/>: a name in the directory.</summary>
    public Planting Expect(Rule rule, PlantedLine line, Place place, string? subject) => ExpectAtLast(rule, place, subject is null ? null : At(subject), line);

    /// <summary>Demands a finding of <paramref name="rule"/> at <paramref name="place"/> in whichever of <paramref name="candidates"/> comes last; <paramref name="path"/> is what it is about.</summary>
    public Planting ExpectAtLast(Rule rule, Place place, string? path, params PlantedLine[] candidates)
    {
        expectations.Add(new(rule, candidates, place, path));
        return this;
    }
}

/// <summary>A line of a manifest, known apart from others that say the same.</summary>
internal sealed class PlantedLine(string text)
{
    public string Text => text;
}

/// <summary>A finding that must come out, at the last of some lines.</summary>
internal sealed record Expectation(Rule Rule, IReadOnlyList<PlantedLine> Lines, Place Place, string? Path);

/// <summary>A kind of fault, and how to make one.</summary>
internal sealed record Fault(string Name, Action<Planting> Plant)
{
    public override string ToString() => Name;
}
