using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using Tomlyn.Syntax;

namespace ManifestLinker.Runtime.Workspace.Toml;

/// <summary>Puts the statements of a document together to one tree of tables.</summary>
internal sealed class TomlTree
{
    private readonly SourcePlaces places;
    private readonly List<ConfigurationProblem> problems;

    private TomlTree(SourcePlaces places, List<ConfigurationProblem> problems)
    {
        this.places = places;
        this.problems = problems;
    }

    /// <summary>The top table of <paramref name="document"/>, which has no errors of syntax.</summary>
    public static TomlTable Build(SourcePlaces places, DocumentSyntax document, List<ConfigurationProblem> problems)
    {
        var tree = new TomlTree(places, problems);
        var root = new TomlTable(places.At(0, 0), TomlTableKind.Header);
        tree.AddAll(root, document.KeyValues);
        foreach (TableSyntaxBase header in document.Tables)
        {
            if (header.Name is not { } name) continue;
            TomlTable table = tree.Open(root, name, header is TableArraySyntax);
            tree.AddAll(table, header.Items);
            table.Lines = tree.LinesOf(header);
        }
        return root;
    }

    // The last key may have a value of several lines; what stands behind it belongs to what follows.
    private LineRange LinesOf(TableSyntaxBase header)
    {
        SyntaxNode last = header.Items.LastOrDefault() is { Value: { } value } ? value : header.Name!;
        return new(places.LineAt(header.Name!.Span.Start.Offset).Number, places.LineAt(last.Span.End.Offset).Number);
    }

    private void AddAll(TomlTable table, IEnumerable<KeyValueSyntax> items)
    {
        foreach (KeyValueSyntax item in items) Add(table, item);
    }

    private void Add(TomlTable table, KeyValueSyntax item)
    {
        if (item is not { Key: { } key, Value: { } value }) return;
        List<(string Name, Location At)> path = PathOf(key);
        TomlTable? holder = table;
        foreach ((string name, Location at) in path.SkipLast(1))
            holder = holder is null ? null : Step(holder, name, at, TomlTableKind.DottedKey);
        (string last, Location place) = path[^1];
        // The value is read in any case: it may hold problems of its own.
        TomlValue read = ValueOf(value);
        if (holder is null) return;
        if (holder.Find(last) is { } before) Twice($"the key '{last}' is set twice", place, before.KeyLocation, "delete one of the two");
        else holder.Add(new TomlEntry(last, place, read));
    }

    // Where a name is in the way, the table is read all the same, for the problems in it.
    private TomlTable Open(TomlTable root, KeySyntax header, bool oneOfSeveral)
    {
        List<(string Name, Location At)> path = PathOf(header);
        (string last, Location place) = path[^1];
        var fresh = new TomlTable(place, TomlTableKind.Header);
        TomlTable? holder = root;
        foreach ((string name, Location at) in path.SkipLast(1))
            holder = holder is null ? null : Step(holder, name, at, TomlTableKind.Implied);
        if (holder is null) return fresh;
        TomlEntry? before = holder.Find(last);
        if (oneOfSeveral)
        {
            if (before is null) holder.Add(new TomlEntry(last, place, new TomlList(place, [fresh], OfTables: true)));
            else if (before.Value is TomlList { OfTables: true } list) list.Items.Add(fresh);
            else Twice($"'{last}' is {before.Value.Kind} already", place, before.KeyLocation, $"write [[{last}]] everywhere");
            return fresh;
        }
        switch (before?.Value)
        {
            case null:
                holder.Add(new TomlEntry(last, place, fresh));
                return fresh;
            case TomlTable { DefinedBy: TomlTableKind.Implied } table:
                table.DefinedBy = TomlTableKind.Header;
                return table;
            case TomlTable { DefinedBy: not TomlTableKind.Inline } table:
                Twice($"the table [{string.Join('.', path.Select(part => part.Name))}] is defined twice", place, before.KeyLocation, "put the keys of both into one");
                return table;
            default:
                Twice($"'{last}' is {before.Value.Kind} already", place, before.KeyLocation, "give one of the two another name");
                return fresh;
        }
    }

    private TomlTable? Step(TomlTable table, string name, Location at, TomlTableKind kind)
    {
        switch (table.Find(name))
        {
            case null:
                var made = new TomlTable(at, kind);
                table.Add(new TomlEntry(name, at, made));
                return made;
            case { Value: TomlTable { DefinedBy: not TomlTableKind.Inline } found }:
                return found;
            case { Value: TomlList { OfTables: true, Items: [.., TomlTable latest] } }:
                return latest;
            case { } before:
                Twice($"'{name}' is {before.Value.Kind} already, and nothing can be added to it", at, before.KeyLocation, "put it in there");
                return null;
        }
    }

    private void Twice(string message, Location at, Location first, string help) =>
        problems.Add(new ConfigurationProblem(ConfigSyntax.Rule, at, message, help) { Related = new Related("first here", first) });

    private List<(string Name, Location At)> PathOf(KeySyntax key)
    {
        var path = new List<(string, Location)> { NameOf(key.Key) };
        foreach (DottedKeyItemSyntax item in key.DotKeys) path.Add(NameOf(item.Key));
        return path;
    }

    private (string Name, Location At) NameOf(BareKeyOrStringValueSyntax? key) => key switch
    {
        BareKeySyntax bare => (bare.Key?.Text ?? "", At(bare)),
        StringValueSyntax quoted => (quoted.Value ?? "", At(quoted)),
        _ => ("", places.At(0, 0)),
    };

    private TomlValue ValueOf(ValueSyntax value) => value switch
    {
        StringValueSyntax text => new TomlString(At(text), text.Value ?? ""),
        IntegerValueSyntax integer => new TomlInteger(At(integer), integer.Value),
        BooleanValueSyntax boolean => new TomlBoolean(At(boolean), boolean.Value),
        FloatValueSyntax number => new TomlOther(At(number), "a number with a fraction"),
        DateTimeValueSyntax { Kind: SyntaxKind.LocalDate } date => new TomlDate(At(date), date.Token?.Text ?? ""),
        DateTimeValueSyntax time => new TomlOther(At(time), "a time"),
        ArraySyntax array => new TomlList(At(array), [.. array.Items.Select(item => item.Value).OfType<ValueSyntax>().Select(ValueOf)], OfTables: false),
        InlineTableSyntax table => Inline(table),
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"a value of kind {value.Kind}")),
    };

    private TomlTable Inline(InlineTableSyntax syntax)
    {
        var table = new TomlTable(At(syntax), TomlTableKind.Header);
        AddAll(table, syntax.Items.Select(item => item.KeyValue).OfType<KeyValueSyntax>());
        table.DefinedBy = TomlTableKind.Inline;
        return table;
    }

    private Location At(SyntaxNode node) => places.At(node.Span.Start.Offset, node.Span.Length);
}
