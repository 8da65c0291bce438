using System.IO.Abstractions.TestingHelpers;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Runtime.Workspace.Inheritance;

namespace ManifestLinker.Runtime.Tests.Workspace;

/// <summary>What several workspace files say together; the words of what is wrong stand in <c>tests/golden/config</c>.</summary>
public class ExtendsTests
{
    [Fact]
    public void A_path_is_relative_to_the_file_that_says_it()
    {
        WorkspaceFile file = Read(
            ("mlc.toml", "extends = '../site/site.toml'\n[accounts]\ngroup = 'group'\n"),
            ("../site/site.toml", "extends = 'below/base.toml'\n[search]\ndirectories = ['proto', '/area']\n"),
            ("../site/below/base.toml", "[accounts]\npasswd = 'etc/passwd'\ngroup = 'x'\n"));

        file.PathOf(file.Accounts.Group!.Value).Should().Be(new WorkspacePath("group", "group"));
        file.PathOf(file.Accounts.Passwd!.Value).Should().Be(new WorkspacePath("../site/below/etc/passwd", "../site/below/etc/passwd"));
        file.SearchDirectories!.Select(file.PathOf).Should().Equal(new WorkspacePath("../site/proto", "../site/proto"), new WorkspacePath("/area", "/area"));
    }

    [Fact]
    public void The_name_a_path_is_given_by_does_not_depend_on_where_the_project_is_seen_from()
    {
        WorkspaceFile file = Read(("a/b/mlc.toml", "extends = '../base.toml'\n"), ("a/b/../base.toml", "[accounts]\npasswd = 'p'\n"));

        file.PathOf(file.Accounts.Passwd!.Value).Should().Be(new WorkspacePath("a/b/../p", "../p"));
    }

    [Fact]
    public void A_file_that_two_others_extend_counts_once()
    {
        WorkspaceFile file = Read(
            ("mlc.toml", "extends = ['left.toml', 'right.toml']\n"),
            ("left.toml", "extends = 'top.toml'\n[variables]\nV = 'left'\n"),
            ("right.toml", "extends = './top.toml'\n"),
            ("top.toml", "[[component]]\nname = 'one'\nmanifest = 'm'\n[variables]\nV = 'top'\n"));

        file.Components.Should().ContainSingle();
        file.VariableValues.Should().ContainSingle().Which.Value.Value.Should().Be("left");
        file.Sources.Select(source => source.Text.Name).Should().Equal("top.toml", "left.toml", "right.toml", "mlc.toml");
    }

    // In rules.severity the last word counts, so what the file says anew must come after what its base says.
    [Fact]
    public void What_a_file_says_counts_more_than_what_its_base_says_of_more_rules()
    {
        WorkspaceFile file = Read(
            ("mlc.toml", "extends = 'base.toml'\n[rules.severity]\nMLC2002 = 'error'\n"),
            ("base.toml", "[rules.severity]\nMLC2002 = 'info'\nMLC2 = 'warning'\n"));

        file.Rules.Severities.Select(pair => (pair.Key, pair.Value.Value)).Should().Equal(
            ("MLC2", Compiler.Diagnostics.Severity.Warning), ("MLC2002", Compiler.Diagnostics.Severity.Error));
    }

    [Fact]
    public void Lists_of_tables_add_up_however_they_are_written()
    {
        WorkspaceFile file = Read(
            ("mlc.toml", "extends = 'base.toml'\n[[component]]\nname = 'b'\nmanifest = 'm'\n"),
            ("base.toml", "component = [{ name = 'a', manifest = 'm' }]\n"));

        file.Components.Select(component => component.Name.Value).Should().Equal("a", "b");
        file.Components.Select(component => component.Name.Location.File).Should().Equal("base.toml", "mlc.toml");
    }

    [Fact]
    public void What_is_missing_is_not_told_of_a_base_with_a_broken_statement()
    {
        IReadOnlyList<ConfigurationProblem> problems = Problems(
            ("mlc.toml", "extends = 'base.toml'\n# so that the tables of both stand in the same line\n"), ("base.toml", "\n[[component]]\nmanifest = \n"));

        problems.Select(problem => (problem.Location.File, problem.Location.Line)).Should().Equal(("base.toml", 3));
    }

    [Fact]
    public void Many_names_for_few_files_end()
    {
        // As links to directories make them: every name is another path, and every file extends two more.
        var files = new MockFileSystem();
        int opened = 0;
        string[] names = ["d/e", "d/f"];
        SourceText Text(string path)
        {
            opened++;
            return new SourceText(path, $"extends = ['{names[0]}', '{names[1]}']\n");
        }
        void Make(string folder, int depth)
        {
            foreach (string name in names) files.AddFile($"{folder}{name}", new MockFileData(""));
            if (depth > 0) Make($"{folder}d/", depth - 1);
        }
        Make("/", 12);

        (WorkspaceFile? file, IReadOnlyList<ConfigurationProblem> problems) = WorkspaceFile.Read(Text("/mlc.toml"), new BaseFiles(files, Text));

        file.Should().BeNull();
        problems.Should().Contain(problem => problem.Message.StartsWith("more than 8 files"));
        opened.Should().BeLessThanOrEqualTo(SourceLoader.MaxFiles);
    }

    private static WorkspaceFile Read(params (string Name, string Text)[] texts)
    {
        (WorkspaceFile? file, IReadOnlyList<ConfigurationProblem> problems) = Load(texts);
        problems.Should().BeEmpty();
        return file!;
    }

    private static IReadOnlyList<ConfigurationProblem> Problems(params (string Name, string Text)[] texts) => Load(texts).Problems;

    private static (WorkspaceFile? File, IReadOnlyList<ConfigurationProblem> Problems) Load((string Name, string Text)[] texts)
    {
        var files = new MockFileSystem(new Dictionary<string, MockFileData>(StringComparer.Ordinal), "/here/project");
        foreach ((string name, string text) in texts) files.AddFile(files.Path.GetFullPath(name), new MockFileData(text));
        return WorkspaceFile.Read(
            new SourceText(texts[0].Name, texts[0].Text), new BaseFiles(files, path => new SourceText(path, files.File.ReadAllText(path))));
    }
}
