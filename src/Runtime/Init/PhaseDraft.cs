namespace ManifestLinker.Runtime.Init;

/// <summary>A compile phase to be written: what smartos-live's Makefile does under the stamp <c>0-NAME-stamp</c>.</summary>
internal sealed record PhaseDraft(string Name, IReadOnlyList<string> Command)
{
    /// <summary>The files and directories it reads.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The phases it needs.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The directories it makes.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>Whether what is there stays when it runs again.</summary>
    public bool KeepsOutputs { get; init; }

    /// <summary>A phase of a line of shell.</summary>
    public static PhaseDraft Of(string name, string line) => new(name, ["sh", "-c", line]);

    /// <summary><paramref name="text"/> as a word of a shell.</summary>
    public static string Word(string text) =>
        text.Length > 0 && text.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '/' or '.' or '_' or '-' or '+')
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>The name of the phase of each local project: letters, digits, '.', '_', '+' and '-' alone, and none twice.</summary>
    public static IReadOnlyList<(string Project, string Phase)> NamesOf(IReadOnlyList<string> projects)
    {
        var names = new List<(string Project, string Phase)>();
        foreach (string project in projects)
        {
            string plain = $"local-{string.Concat(project.Select(unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '_' or '+' or '-' ? unit : '_'))}";
            string name = plain;
            for (int next = 2; names.Exists(other => other.Phase == name); next++) name = $"{plain}-{next}";
            names.Add((project, name));
        }
        return names;
    }
}
