namespace ManifestLinker.Runtime.Workspace.Shapes;

/// <summary>The keys that a table of the workspace file may have, in the order the reader asks for them.</summary>
internal sealed class TableShape
{
    private readonly List<(string Key, ValueShape Value)> keys = [];
    private readonly List<string> required = [];
    private readonly List<IReadOnlyList<string>> exactlyOneOf = [];

    /// <summary>The keys and what each may hold.</summary>
    public IReadOnlyList<(string Key, ValueShape Value)> Keys => keys;

    /// <summary>The keys that must be there.</summary>
    public IReadOnlyList<string> Required => required;

    /// <summary>Sets of keys, of each of which exactly one must be there.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ExactlyOneOf => exactlyOneOf;

    /// <summary>What the names of keys are that the user chooses; null where the user chooses none.</summary>
    public ValueShape? Names { get; private set; }

    /// <summary>What stands under the keys that the user chooses.</summary>
    public ValueShape? Values { get; private set; }

    /// <summary>The shape of the value under <paramref name="key"/>, new where nobody has asked for it before.</summary>
    public ValueShape Of(string key)
    {
        (string? name, ValueShape? known) = keys.Find(pair => pair.Key.Equals(key, StringComparison.Ordinal));
        if (name is not null) return known;
        var shape = new ValueShape();
        keys.Add((key, shape));
        return shape;
    }

    /// <summary>Demands that <paramref name="key"/> is there.</summary>
    public void Require(string key) => required.Add(key);

    /// <summary>Demands that exactly one of <paramref name="keys"/> is there.</summary>
    public void RequireOneOf(IReadOnlyList<string> keys) => exactlyOneOf.Add(keys);

    /// <summary>Lets the user choose the keys; gives the shapes of names and values.</summary>
    public (ValueShape Name, ValueShape Value) BeOpen() => (Names ??= new ValueShape().BeText(), Values ??= new ValueShape());
}
