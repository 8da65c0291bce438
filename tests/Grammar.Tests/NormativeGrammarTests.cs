using CsCheck;
using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Tests.Ebnf;

namespace ManifestLinker.Grammar.Tests;

/// <summary>Holds the parser to <c>manifest.ebnf</c>, production by production.</summary>
public class NormativeGrammarTests
{
    private static readonly IReadOnlyList<KeyValuePair<string, Expression>> Rules =
        EbnfReader.Read(File.ReadAllText(Path.Combine(Repository.Grammar, "manifest.ebnf")));

    private static readonly EbnfRecogniser Recogniser = new(Rules);

    private static readonly SentenceGenerator Generator = new(Rules);

    public static TheoryData<string> Names => new(Production.All.Select(production => production.Name));

    [Fact]
    public void Both_name_the_same_productions_in_the_same_order() =>
        Production.All.Select(production => production.Name).Should().Equal(Rules.Select(rule => rule.Key));

    [Theory, MemberData(nameof(Names))]
    public void The_parser_takes_every_sentence(string name)
    {
        Production production = Find(name);
        Generator.Sentences(name).Sample(
            text => Recogniser.Accepts(name, text) && production.Accepts(text),
            iter: 1_000, print: Visible);
    }

    [Theory, MemberData(nameof(Names))]
    public void Near_a_sentence_both_give_the_same_verdict(string name)
    {
        Production production = Find(name);
        int taken = 0;
        int refused = 0;
        Generator.NearSentences(name).Sample(
            text =>
            {
                bool verdict = Recogniser.Accepts(name, text);
                Interlocked.Increment(ref verdict ? ref taken : ref refused);
                return production.Accepts(text) == verdict;
            },
            iter: 3_000, print: Visible);
        taken.Should().BePositive();
        refused.Should().BePositive();
    }

    [Theory, MemberData(nameof(Names))]
    public void On_any_text_both_give_the_same_verdict(string name)
    {
        Production production = Find(name);
        SentenceGenerator.Texts.Sample(
            text => production.Accepts(text) == Recogniser.Accepts(name, text),
            iter: 300, print: Visible);
    }

    [Theory, MemberData(nameof(Names))]
    public void On_all_short_texts_both_give_the_same_verdict(string name)
    {
        Production production = Find(name);
        IEnumerable<string> texts = [""];
        for (int length = 0; length <= 4; length++)
        {
            foreach (string text in texts)
                production.Accepts(text).Should().Be(Recogniser.Accepts(name, text), "of '{0}'", Visible(text));
            texts = [.. texts.SelectMany(text => "sa=# \r\n", (text, character) => text + character)];
        }
    }

    private static Production Find(string name) => Production.All.Single(production => production.Name == name);

    private static string Visible(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
