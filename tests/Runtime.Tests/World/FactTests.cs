using CsCheck;
using ManifestLinker.Runtime.World.Facts;
using ManifestLinker.Runtime.World.Plan;

namespace ManifestLinker.Runtime.Tests.World;

/// <summary>Facts are text, the key is made of them, and what changed is told in words.</summary>
public class FactTests
{
    [Fact]
    public void Every_list_of_facts_is_a_text_of_its_own()
    {
        string[] words = ["a", "\t", "\n", "\\", "\\t", "x y", "\udc80", "é", ""];
        Gen<Fact> fact = Gen.Int[0, words.Length - 1].Select(index => words[index]).Array[2, 5].Select(fields => new Fact(fields));
        fact.Array[1, 6].Sample(facts =>
        {
            byte[] bytes = new FactList(facts).ToBytes();
            FactList back = FactList.Parse(bytes);
            back.Facts.Select(f => f.Fields).Should().BeEquivalentTo(facts.Select(f => f.Fields), options => options.WithStrictOrdering());
            back.Key.Should().Be(new FactList(facts).Key);
        });
        Gen.Byte.Array.Sample(bytes => FactList.Parse(bytes).Key.Hex.Length.Should().Be(64));
    }

    [Fact]
    public void The_key_stays_the_same_from_version_to_version()
    {
        FactList facts = new([new("format", "1"), new("directory", "."), new("command", "0", "./build"), new("variable", "A", "b\tc"), new("output", "proto", "")]);

        System.Text.Encoding.UTF8.GetString(facts.ToBytes()).Should().Be("format\t1\ndirectory\t.\ncommand\t0\t./build\nvariable\tA\tb\\tc\noutput\tproto\t\n");
        facts.Key.Hex.Should().Be("e30e1ba684def4a72b1efd1e7a3cef2fcea60461201736fd7a507d2e047c495e");
    }

    [Theory]
    [InlineData("command|0|./a;command|1|x", "command|0|./a;command|1|y", "command changed: ./a x -> ./a y")]
    [InlineData("directory|.", "directory|src", "directory changed: . -> src")]
    [InlineData("", "variable|KEY|1", "variable KEY is new: \"1\"")]
    [InlineData("variable|KEY|1", "", "variable KEY is gone, which was \"1\"")]
    [InlineData("variable|KEY|1", "variable|KEY|2", "variable KEY changed: \"1\" -> \"2\"")]
    [InlineData("", "passed|HOME|unset", "variable HOME is passed now")]
    [InlineData("passed|HOME|unset", "", "variable HOME is no longer passed")]
    [InlineData("passed|HOME|unset", "passed|HOME|sha256 1", "passed variable HOME is set now")]
    [InlineData("passed|HOME|sha256 1", "passed|HOME|unset", "passed variable HOME is no longer set")]
    [InlineData("passed|HOME|sha256 1", "passed|HOME|sha256 2", "passed variable HOME has another value")]
    [InlineData("", "source-date-epoch|1", "source-date-epoch changed: none -> 1")]
    [InlineData("", "source|a|tree|1", "source a is new")]
    [InlineData("source|a|tree|1", "", "source a is gone")]
    [InlineData("source|a|revision|0123456789abcdef", "source|a|revision|fedcba9876543210", "source a changed: revision 0123456789ab -> fedcba987654")]
    [InlineData("source|a|revision|1;source|a|differs|x|file 1", "source|a|revision|2;source|a|differs|x|file 2;source|a|differs|y|gone", "source a changed: revision 1 -> 2, 2 files differ (x, y)")]
    [InlineData("source|a|revision|1", "source|a|revision|1;source|a|differs|1|gone;source|a|differs|2|gone;source|a|differs|3|gone;source|a|differs|4|gone", "source a changed: 4 files differ (1, 2, 3, ...)")]
    [InlineData("source|a|content|1", "source|a|content|2", "source a changed: content")]
    [InlineData("source|a|content|1", "source|a|revision|2", "source a changed: git has it now")]
    [InlineData("source|a|tree|1", "source|a|content|2", "source a changed: git no longer has it")]
    [InlineData("source|a|content|1", "source|a|gone|", "source a changed: it is not there")]
    [InlineData("source|a|gone|", "source|a|content|1", "source a changed: it is there again")]
    [InlineData("source|a|link|x;source|a|content|1", "source|a|link|y;source|a|content|1", "source a changed: the link leads elsewhere")]
    [InlineData("", "after|strap|1", "phase strap is needed now")]
    [InlineData("after|strap|1", "", "phase strap is no longer needed")]
    [InlineData("after|strap|1", "after|strap|2", "phase strap has other inputs than then")]
    [InlineData("", "output|proto|", "output proto is new")]
    [InlineData("output|proto|", "", "output proto is no longer declared")]
    [InlineData("output|a|;output|b|", "output|b|;output|a|", "its declaration is in another order")]
    [InlineData("", "keep-outputs|yes", "keep-outputs is on now")]
    [InlineData("keep-outputs|yes", "", "keep-outputs is off now")]
    [InlineData("format|1", "format|2", "this version of mlc counts other things as inputs")]
    [InlineData("variable|A|1;after|b|1", "variable|A|2;after|b|2", "variable A changed: \"1\" -> \"2\"\nphase b has other inputs than then")]
    [InlineData("variable|A|1", "variable|A|1", "")]
    public void What_changed_is_told(string old, string now, string words) =>
        string.Join('\n', FactChanges.Between(Facts(old), Facts(now))).Should().Be(words);

    private static FactList Facts(string text) => new(text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(fact => new Fact(fact.Split('|'))));
}
