namespace ManifestLinker.Compiler.Smf;

/// <summary>A place in an XML file. Lines and columns count from 1, columns in UTF-16 code units.</summary>
public readonly record struct XmlPlace(int Line, int Column)
{
    /// <summary>The place as facts for programs.</summary>
    public IEnumerable<KeyValuePair<string, string>> Detail => [new("line", $"{Line}"), new("column", $"{Column}")];

    /// <summary>The words for it, as in "line 12, column 5".</summary>
    public override string ToString() => $"line {Line}, column {Column}";
}
