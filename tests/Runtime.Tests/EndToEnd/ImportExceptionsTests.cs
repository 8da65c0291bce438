using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

public class ImportExceptionsTests
{
    private const string Files = "corpus/smartos/exceptions";

    private static readonly string[] Table = ["# [[exception]]", "# rule = ", "# path = ", "# detail = ", "# reason = "];

    // With and without the marks of comments: what waits for its rule must be a table as well.
    [FactNeeding("shared:" + Files)]
    public void What_the_real_files_become_is_a_workspace_file()
    {
        string[] names = [.. new[] { "check_rtime", "interface_check", "packaging", "pmodes" }.Select(name => Path.Combine(Checkout.Shared(Files), name))];
        using TemporaryFolder here = new();

        Outcome outcome = Mlc.Run(here.Path, ["import-exceptions", .. names]).Exits(0);

        outcome.Errors.Should().Contain("553 of 611 exceptions taken over, 93 of another architecture left out");
        WorkspaceFile.Read(new SourceText("mlc.toml", outcome.Output)).Problems.Should().BeEmpty();
        string all = string.Join('\n', outcome.Output.Split('\n').Select(line => Table.Any(line.StartsWith) ? line[2..] : line));
        WorkspaceFile.Read(new SourceText("mlc.toml", all)).Problems.Select(problem => problem.Message).Should().OnlyContain(message => message.StartsWith("there is no rule '"));
        all.Split('\n').Count(line => line == "[[exception]]").Should().BeGreaterThan(700);
    }
}
