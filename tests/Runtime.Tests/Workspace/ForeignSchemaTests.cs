using System.Text;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Workspace;

/// <summary>The schema as others read it: Python's jsonschema judges what Python's tomllib reads, and agrees with mlc.</summary>
public class ForeignSchemaTests
{
    private const string Modules = "tomllib, jsonschema";

    // A line for each file: its name, and "right" or what is wrong.
    private const string Judge = """
        import datetime, json, pathlib, sys, tomllib
        from jsonschema import Draft7Validator
        schema = json.loads(pathlib.Path(sys.argv[1]).read_text())
        Draft7Validator.check_schema(schema)
        judge = Draft7Validator(schema)
        def plain(value):
            if isinstance(value, dict): return {key: plain(item) for key, item in value.items()}
            if isinstance(value, list): return [plain(item) for item in value]
            if isinstance(value, (datetime.date, datetime.time)): return value.isoformat()
            return value
        for name in sorted(pathlib.Path(sys.argv[2]).iterdir()):
            try: errors = [error.message for error in judge.iter_errors(plain(tomllib.loads(name.read_text())))]
            except tomllib.TOMLDecodeError as error: errors = [f"no TOML: {error}"]
            print(name.name, "; ".join(errors).replace("\n", " ")[:200] if errors else "right", sep="\t")
        """;

    [FactNeeding("python:" + Modules)]
    public void Every_workspace_file_here_is_right_where_mlc_finds_it_right()
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(Repository.Golden, "*.toml", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
            Path.Combine(Repository.Sample, "mlc.toml"),
        ];
        Dictionary<string, string> verdicts = Verdicts(files.Select(file => (Name(file), File.ReadAllText(file))));
        int right = 0, wrong = 0;
        foreach (string file in files)
        {
            IReadOnlyList<ConfigurationProblem> problems = WorkspaceFile.Read(SourceText.FromBytes(file, File.ReadAllBytes(file))).Problems;
            string verdict = verdicts[Name(file)];
            // Other files, and this version of mlc, are beyond a schema.
            if (problems.All(problem => problem.Rule == ConfigExtends.Rule || problem.Rule == ToolVersionMismatch.Rule))
            {
                if (problems.All(problem => problem.Rule != ToolVersionMismatch.Rule)) verdict.Should().Be("right", file);
                right++;
            }
            if (problems.Any(problem => problem.Rule == UnknownConfigKey.Rule))
            {
                verdict.Should().NotBe("right", file);
                wrong++;
            }
        }
        right.Should().BeGreaterThan(4);
        wrong.Should().BeGreaterThan(1);
    }

    [FactNeeding("python:" + Modules)]
    public void Every_key_takes_the_types_and_words_that_mlc_takes()
    {
        SampleDocument[] documents = [.. SampleDocument.All()];
        Dictionary<string, string> verdicts = Verdicts(documents.Select((document, index) => ($"{index:d5}", document.Text)));
        documents.Length.Should().BeGreaterThan(250);
        for (int index = 0; index < documents.Length; index++)
        {
            SampleDocument document = documents[index];
            IReadOnlyList<ConfigurationProblem> problems = WorkspaceFile.Read(new SourceText("mlc.toml", document.Text)).Problems;
            bool isOfWrongType = problems.Any(problem => problem.Rule == UnknownConfigKey.Rule);
            // Whether a file is there that it extends, is beyond a schema.
            bool isWrong = problems.Any(problem => problem.Rule != ConfigExtends.Rule);
            // A schema may let pass what takes more than a pattern; but not a type, and not a word.
            if (isWrong && !isOfWrongType && !document.IsAboutWords) continue;
            bool isRight = verdicts[$"{index:d5}"] == "right";
            isRight.Should().Be(!isWrong, "of {0}\nothers say: {1}\nmlc says: {2}", document.Text, verdicts[$"{index:d5}"], string.Join("; ", problems.Select(problem => problem.Message)));
        }
    }

    private static string Name(string file) => Path.GetRelativePath(Repository.Root, file).Replace('/', '_');

    private static Dictionary<string, string> Verdicts(IEnumerable<(string Name, string Text)> documents)
    {
        using TemporaryFolder folder = new();
        foreach ((string name, string text) in documents) folder.Write("documents/" + name, Encoding.UTF8.GetBytes(text));
        Outcome outcome = new Launch(Python.With(Modules)!, ["-c", Judge, Path.Combine(Repository.Root, "schema", "mlc.schema.json"), folder.At("documents")])
            .With("PYTHONUTF8", "1").Run().Exits(0);
        return outcome.Lines.Select(line => line.Split('\t', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }
}
