using CsCheck;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Planted;

/// <summary>A sound platform with faults in it, spread over the manifests of some components, and the findings that it must give.</summary>
internal sealed class PlantedPlatform
{
    private const int Components = 4;
    private readonly IReadOnlyList<Text> texts;
    private readonly IReadOnlyList<Expectation> expectations;

    private PlantedPlatform(IReadOnlyList<Text> texts, IReadOnlyList<Expectation> expectations)
    {
        this.texts = texts;
        this.expectations = expectations;
    }

    /// <summary>Up to a dozen faults of <paramref name="all"/>, in any mixture.</summary>
    public static Gen<PlantedPlatform> With(IReadOnlyList<Fault> all) =>
        from sound in SoundPlatform.Any
        from faults in Gen.Select(Gen.Int[0, all.Count - 1], Gen.Int[0, sound.Directories.Count - 1]).Array[0, 12]
        from platform in Spread(sound, [.. faults.Select((fault, i) => Plant(all[fault.Item1], $"{sound.Directories[fault.Item2]}/p{i}", $"p{i}"))])
        select platform;

    /// <summary>The manifests, in the order they count.</summary>
    public IReadOnlyList<SourceText> Sources =>
        [.. texts.Select((text, i) => SourceText.FromBytes($"{(char)('a' + i)}", EscapedUtf8.Encode(text.Written)))];

    /// <summary>What must be found, as <c>FILE:LINE:COLUMN RULE SUBJECT</c>, in the order it is shown.</summary>
    public IReadOnlyList<string> Expected
    {
        get
        {
            var places = new Dictionary<PlantedLine, (int File, int Line)>();
            for (int file = 0; file < texts.Count; file++)
            {
                for (int line = 0; line < texts[file].Lines.Count; line++) places[texts[file].Lines[line].Line] = (file, line + 1);
            }
            IEnumerable<(int File, int Line, int Column, string Rule, string Subject)> planted = expectations.Select(expected =>
            {
                PlantedLine last = expected.Lines.MaxBy(line => places[line])!;
                return (places[last].File, places[last].Line, expected.Place.ColumnIn(last.Text), expected.Rule.Id, expected.Path ?? "-");
            });
            return
            [
                .. planted.Concat(texts.SelectMany((text, file) => text.Ends.Select(end => (file, end.Line, end.Column, end.Rule, "-"))))
                    .OrderBy(found => found.Item1).ThenBy(found => found.Item2).ThenBy(found => found.Item3)
                    .ThenBy(found => found.Item4, StringComparer.Ordinal).ThenBy(found => found.Item5, StringComparer.Ordinal)
                    .Select(found => $"{(char)('a' + found.Item1)}:{found.Item2}:{found.Item3} {found.Item4} {found.Item5}"),
            ];
        }
    }

    public override string ToString() => string.Join('\n', texts.Select((text, i) => $"--- {(char)('a' + i)}\n{text.Written}"));

    private static Planting Plant(Fault fault, string home, string key)
    {
        var planting = new Planting(home, key);
        planting.Put("d ~ 0755 root sys");
        fault.Plant(planting);
        return planting;
    }

    private static Gen<PlantedPlatform> Spread(SoundPlatform sound, IReadOnlyList<Planting> faults)
    {
        PlantedLine[] lines = [.. sound.Lines.Select(line => new PlantedLine(line)), .. faults.SelectMany(fault => fault.Lines)];
        return from order in Gen.Shuffle(lines)
               from component in Gen.Int[0, Components - 1].Array[lines.Length]
               from returns in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Bool)).Array[lines.Length]
               from dressed in Gen.Bool
               from open in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true))).Array[Components]
               select new PlantedPlatform(
                   [
                       .. Enumerable.Range(0, Components).Select(number => new Text(
                           [.. order.Index().Where(line => component[line.Index] == number).Select(line => (line.Item, dressed && returns[line.Index]))],
                           open[number])),
                   ],
                   [.. faults.SelectMany(fault => fault.Expectations)]);
    }

    /// <summary>A manifest: its lines, each with whether it ends in CR LF; and whether the last has no end at all.</summary>
    private sealed record Text(IReadOnlyList<(PlantedLine Line, bool Returns)> Lines, bool IsOpen)
    {
        public string Written => string.Concat(Lines.Select((line, i) => line.Line.Text + EndOf(i)));

        /// <summary>The findings about ends of lines: one a manifest of each kind.</summary>
        public IEnumerable<(int Line, int Column, string Rule)> Ends
        {
            get
            {
                int returns = Enumerable.Range(0, Lines.Count).FirstOrDefault(i => EndOf(i) is "\r\n", -1);
                if (returns >= 0) yield return (returns + 1, Lines[returns].Line.Text.Length + 1, Crlf.Rule.Id);
                if (Lines.Count > 0 && EndOf(Lines.Count - 1).Length == 0) yield return (Lines.Count, Lines[^1].Line.Text.Length + 1, NoNewlineAtEof.Rule.Id);
            }
        }

        // What has neither characters nor an end is no line.
        private string EndOf(int line) => IsOpen && line == Lines.Count - 1 && Lines[line].Line.Text.Length > 0 ? ""
            : Lines[line].Returns ? "\r\n"
            : "\n";
    }
}
