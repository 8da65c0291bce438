using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Runtime.Workspace.Shapes;

namespace ManifestLinker.Runtime.Tests.Workspace;

/// <summary>The schema of mlc.toml says what the reader does.</summary>
public class SchemaTests
{
    [Fact]
    public void The_committed_schema_is_what_the_reader_says_of_itself()
    {
        string file = Path.Combine(Repository.Root, "schema", "mlc.schema.json");
        string actual = System.Text.Encoding.UTF8.GetString(SchemaWriter.Write(WorkspaceReader.Describe()));

        File.ReadAllText(file).Should().Be(actual, "mlc config --schema > schema/mlc.schema.json makes it again");
    }

    [Fact]
    public void Every_key_has_a_kind_and_says_what_it_means()
    {
        foreach ((string path, ValueShape value) in DescribedKey.All())
        {
            value.Kind.Should().NotBeNull("the kind of {0} is what editors check", path);
            value.About.Should().NotBeNullOrWhiteSpace("{0} is shown with it in editors", path).And.MatchRegex(@"\A[^\n]+\.\z", "{0} is described in sentences", path);
        }
    }

    // What is unknown is answered with what is known: the reader's own list, taken while it reads.
    [Fact]
    public void A_table_has_the_keys_that_the_reader_knows_in_it()
    {
        (string Path, TableShape Table)[] tables = [.. DescribedKey.Tables()];
        tables.Length.Should().BeGreaterThan(8);
        foreach ((string path, TableShape table) in tables.Where(entry => entry.Table.Names is null))
        {
            string text = path.Length == 0 ? "zzzzzzzz = 1\n" : $"{path}\nzzzzzzzz = 1\n";
            ConfigurationProblem unknown = WorkspaceFile.Read(new SourceText("mlc.toml", text)).Problems
                .Single(problem => problem.Message.Contains("'zzzzzzzz'", StringComparison.Ordinal));
            unknown.Help.Should().Be("known here: " + string.Join(", ", table.Keys.Select(pair => pair.Key)), path);
        }
    }
}
