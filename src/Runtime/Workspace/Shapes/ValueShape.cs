namespace ManifestLinker.Runtime.Workspace.Shapes;

/// <summary>
/// What a value of the workspace file may be. The reader of the file fills it in when it describes itself: each method says what
/// the method of <see cref="SectionReader"/> that calls it demands of a value.
/// </summary>
internal sealed class ValueShape
{
    /// <summary>What a string that is neither empty nor blank matches.</summary>
    public const string NotBlank = @"\S";

    /// <summary>The name of a kind of value that many keys hold; empty for the value of one key.</summary>
    public string Name { get; init; } = "";

    /// <summary>What kind of value it is; null while nobody has said.</summary>
    public ValueKind? Kind { get; private set; }

    /// <summary>What the value means, for people; null while nobody has said.</summary>
    public string? About { get; set; }

    /// <summary>The only words a string may be; any where empty.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    /// <summary>A regular expression (of ECMA 262) that a string matches; null for any.</summary>
    public string? Pattern { get; private set; }

    /// <summary>The least and the greatest integer.</summary>
    public (long Least, long Most)? Bounds { get; private set; }

    /// <summary>What the items of a list are.</summary>
    public ValueShape? Item { get; private set; }

    /// <summary>How many items a list has at least.</summary>
    public int FewestItems { get; set; }

    /// <summary>The keys of a table.</summary>
    public TableShape? Table { get; private set; }

    /// <summary>What a value may be instead, where it may be one of several things.</summary>
    public IReadOnlyList<ValueShape> Alternatives { get; private set; } = [];

    /// <summary>A string that matches <paramref name="pattern"/>; null for any.</summary>
    public ValueShape BeText(string? pattern = NotBlank)
    {
        Kind = ValueKind.Text;
        Pattern = pattern;
        return this;
    }

    /// <summary>One of <paramref name="words"/>.</summary>
    public ValueShape BeOneOf(IReadOnlyList<string> words)
    {
        BeText(pattern: null);
        Words = words;
        return this;
    }

    /// <summary>A date: a string, or TOML's own.</summary>
    public void BeDate()
    {
        BeText("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        Kind = ValueKind.Date;
    }

    /// <summary>An integer in these bounds.</summary>
    public ValueShape BeInteger(long least, long most)
    {
        Kind = ValueKind.Integer;
        Bounds = (least, most);
        return this;
    }

    /// <summary>Yes or no.</summary>
    public ValueShape BeBoolean()
    {
        Kind = ValueKind.Boolean;
        return this;
    }

    /// <summary>A list; gives the shape of its items.</summary>
    public ValueShape BeList()
    {
        Kind = ValueKind.List;
        return Item ??= new ValueShape();
    }

    /// <summary>A table; gives the shape of its keys.</summary>
    public TableShape BeTable()
    {
        Kind = ValueKind.Table;
        return Table ??= new TableShape();
    }

    /// <summary>One of several things.</summary>
    public ValueShape BeAnyOf(params IReadOnlyList<ValueShape> alternatives)
    {
        Kind = ValueKind.AnyOf;
        Alternatives = alternatives;
        return this;
    }

    /// <summary>A value of the kind that <paramref name="named"/> describes once for all places where it stands.</summary>
    public void BeA(ValueShape named)
    {
        Kind = ValueKind.AnyOf;
        Alternatives = [named];
    }
}

/// <summary>The kinds of values that a workspace file has.</summary>
internal enum ValueKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A date, which TOML has a type for, and JSON has not.</summary>
    Date,

    /// <summary>An integer of 64 bits.</summary>
    Integer,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A list.</summary>
    List,

    /// <summary>A table.</summary>
    Table,

    /// <summary>One of several.</summary>
    AnyOf,
}
