using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using Tomlyn.Parsing;

namespace ManifestLinker.Runtime.Workspace.Toml;

/// <summary>Reads TOML 1.1 into values that know their places.</summary>
internal static class TomlDocument
{
    /// <summary>
    /// The top table of <paramref name="source"/>. What is wrong goes to <paramref name="problems"/>; what is not wrong is read all
    /// the same, so that one run shows every problem. What a table seems to lack may stand in a statement that could not be read:
    /// <paramref name="brokenTables"/> has the lines of the headers of tables with such statements.
    /// </summary>
    public static TomlTable Read(SourceText source, List<ConfigurationProblem> problems, out IReadOnlySet<int> brokenTables)
    {
        var places = new SourcePlaces(source);
        TomlRepair repaired = TomlRepair.Of(places, problems);
        int[] headers = [.. repaired.Document.Tables.Select(table => places.LineAt(table.Span.Start.Offset).Number)];
        brokenTables = problems.Select(problem => headers.LastOrDefault(line => line <= problem.Location.Line)).ToHashSet();
        TomlTable root = TomlTree.Build(places, repaired.Document, problems);
        if (problems.Count == 0) AddWhatTheParserFinds(places, repaired.Text, problems);
        return root;
    }

    // The order in which tables may be defined has corners that only a validator of the whole document knows.
    private static void AddWhatTheParserFinds(SourcePlaces places, string text, List<ConfigurationProblem> problems)
    {
        foreach (Tomlyn.Syntax.DiagnosticMessage found in SyntaxParser.Parse(text, places.Source.Name, validate: true).Diagnostics)
        {
            problems.Add(new ConfigurationProblem(
                ConfigSyntax.Rule,
                places.At(found.Span.Start.Offset, found.Span.Length),
                "this key or table was defined before",
                "define each key and each table once"));
        }
    }
}
