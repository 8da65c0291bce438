using ManifestLinker.Runtime.Workspace.Toml;

namespace ManifestLinker.Runtime.Workspace;

/// <content>Variables: those with a value of their own, and those that go by another.</content>
internal static partial class WorkspaceReader
{
    private static List<KeyValuePair<string, Placed<string>>> Variables(SectionReader? section)
    {
        var variables = new List<KeyValuePair<string, Placed<string>>>();
        if (section is null) return variables;
        foreach (TomlEntry entry in section.All())
        {
            section.CheckVariable(section.NameOf(entry));
            // A variable may well be empty.
            if (section.AnyTextOf(entry.Value, $"'{entry.Key}'") is { } text) variables.Add(new(entry.Key, text));
        }
        return variables;
    }

    private static List<VariableSection> DependentVariables(IEnumerable<SectionReader> sections, IReadOnlyList<KeyValuePair<string, Placed<string>>> variables)
    {
        var dependent = new List<VariableSection>();
        foreach (SectionReader section in sections)
        {
            Placed<string>? name = section.RequiredText("name", "name the variable, as name = \"LIBSTDCXXVER\"", about: "The name of the variable.");
            Placed<string>? by = section.RequiredText("by", "name the variable it goes by, as by = \"PRIMARY_COMPILER_VER\"", about: "The variable whose value decides.");
            List<KeyValuePair<string, Placed<string>>> values = ValuesOf(section.Table("values", "[variable.values]", about: "Its values: VALUE OF THE OTHER = VALUE."));
            section.RejectTheRest();
            if (name is { } called) section.CheckVariable(called);
            if (by is { } other) section.CheckVariable(other);
            if (name is not { } its || by is not { } decides) continue;
            Placed<string>? before = variables.Where(pair => pair.Key.Equals(its.Value, StringComparison.Ordinal)).Select(pair => (Placed<string>?)pair.Value)
                .Concat(dependent.Where(known => known.Name.Value.Equals(its.Value, StringComparison.Ordinal)).Select(known => (Placed<string>?)known.Name)).FirstOrDefault();
            if (before is { } first)
                section.Report(its.Location, $"the variable '{its.Value}' has a value already", "give it one in one place", new("first here", first.Location));
            dependent.Add(new VariableSection(its, decides, values));
        }
        return dependent;
    }

    private static List<KeyValuePair<string, Placed<string>>> ValuesOf(SectionReader? section)
    {
        var values = new List<KeyValuePair<string, Placed<string>>>();
        foreach (TomlEntry entry in section?.All() ?? [])
        {
            if (section!.TextOf(entry.Value, $"'{entry.Key}'") is { } text) values.Add(new(section.NameOf(entry).Value, text));
        }
        return values;
    }
}
