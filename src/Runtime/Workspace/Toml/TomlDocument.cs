using ManifestLinker.Grammar.Source;
using Tomlyn.Parsing;

namespace ManifestLinker.Runtime.Workspace.Toml;

/// <summary>Reads TOML 1.1 into values that know their places.</summary>
internal static class TomlDocument
{
    /// <summary>
    /// The top table of <paramref name="source"/>. What is wrong goes to <paramref name="problems"/>; what is not wrong is read all
    /// the same, so that one run shows every problem.
    /// </summary>
    public static TomlTable Read(SourceText source, List<ConfigurationProblem> problems)
    {
        var places = new SourcePlaces(source);
        TomlRepair repaired = TomlRepair.Of(places, problems);
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
                places.At(found.Span.Start.Offset, found.Span.Length),
                "this key or table was defined before",
                "define each key and each table once"));
        }
    }
}
