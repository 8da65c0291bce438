namespace ManifestLinker.Runtime.Workspace;

/// <summary>
/// <c>[[variable]]</c>: a variable whose value depends on that of another, as the version of a library depends on that of the compiler it
/// comes with.
/// </summary>
internal sealed record VariableSection(Placed<string> Name, Placed<string> By, IReadOnlyList<KeyValuePair<string, Placed<string>>> Values)
{
    /// <summary>The value where <see cref="By"/> is <paramref name="chosen"/>, or null where it has no value.</summary>
    /// <exception cref="Invocations.ConfigurationException">There is none.</exception>
    public string ValueFor(string? chosen)
    {
        if (chosen is null) throw Wrong($"the variable '{Name.Value}' goes by '{By.Value}', which has no value", "give it one under [variables], or with --define");
        foreach ((string key, Placed<string> value) in Values)
        {
            if (key.Equals(chosen, StringComparison.Ordinal)) return value.Value;
        }
        throw Wrong(
            $"the variable '{Name.Value}' has no value for {By.Value} = '{chosen}'",
            $"add it to [variable.values]; known: {string.Join(", ", Values.Select(pair => pair.Key))}");
    }

    private Invocations.ConfigurationException Wrong(string message, string help) =>
        new([new ConfigurationProblem(Compiler.Rules.ConfigValue.Rule, Name.Location, message, help)]);
}
