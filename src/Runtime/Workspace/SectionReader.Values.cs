using System.Globalization;
using ManifestLinker.Runtime.Workspace.Shapes;
using ManifestLinker.Runtime.Workspace.Toml;

namespace ManifestLinker.Runtime.Workspace;

/// <content>Strings, integers, booleans and lists of strings.</content>
internal sealed partial class SectionReader
{
    /// <summary>The string under <paramref name="key"/>, neither empty nor blank.</summary>
    public Placed<string>? Text(string key, string? about = null) => Value(key, about) is { } value ? TextOf(value, $"'{key}'") : null;

    /// <summary>As <see cref="Text(string, string)"/>; a problem where there is no such key.</summary>
    public Placed<string>? RequiredText(string key, string help, string? about = null)
    {
        shape?.Require(key);
        if (Value(key, about) is { } value) return TextOf(value, $"'{key}'");
        Missing($"'{key}'", help);
        return null;
    }

    /// <summary>The string under <paramref name="key"/> as <paramref name="read"/> takes it; null, and a problem from there, where it does not.</summary>
    public Placed<T>? Text<T>(string key, Func<Placed<string>, Placed<T>?> read, string? about = null) =>
        Text(key, about) is { } text ? read(text) : null;

    /// <summary>The list of strings under <paramref name="key"/>; where <paramref name="whenEmpty"/> is given, at least one, or else that is the help.</summary>
    public IReadOnlyList<Placed<string>>? Texts(string key, string? whenEmpty = null, string? about = null)
    {
        if (Value(key, about) is not { } value) return null;
        if (whenEmpty is not null && value is TomlStandIn standIn) standIn.Shape.FewestItems = 1;
        if (whenEmpty is not null && value is TomlList { OfTables: false, Items: [] }) Report(value.Location, $"'{key}' is empty", whenEmpty);
        return TextsOf(value, $"'{key}'");
    }

    /// <summary>As <see cref="Texts"/>, at least one; a problem where there is no such key.</summary>
    public IReadOnlyList<Placed<string>>? RequiredTexts(string key, string help, string? about = null)
    {
        shape?.Require(key);
        if (Texts(key, help, about) is { } texts) return texts.Count > 0 ? texts : null;
        if (table.Find(key) is null) Missing($"'{key}'", help);
        return null;
    }

    /// <summary>The strings under <paramref name="key"/>, at least one: a list, or a single one without brackets.</summary>
    public IReadOnlyList<Placed<string>>? TextOrTexts(string key, string whenEmpty, string? about = null)
    {
        if (Value(key, about) is TomlString one) return TextOf(one, $"'{key}'") is { } text ? [text] : [];
        if (shape?.Of(key) is not { } described) return Texts(key, whenEmpty, about);
        var list = new ValueShape { FewestItems = 1 };
        list.BeList().BeText();
        described.BeAnyOf(new ValueShape().BeText(), list);
        return [];
    }

    /// <summary>The boolean under <paramref name="key"/>.</summary>
    public Placed<bool>? Boolean(string key, string? about = null)
    {
        switch (Value(key, about))
        {
            case null:
                return null;
            case TomlStandIn standIn:
                return new(false, standIn.Location) { Shape = standIn.Shape.BeBoolean() };
            case TomlBoolean boolean:
                return new(boolean.Value, boolean.Location);
            case { } other:
                WrongType(other, $"'{key}'", "a boolean", "write true or false, without quotes");
                return null;
        }
    }

    /// <summary>The integer under <paramref name="key"/>, at least <paramref name="least"/> and at most <paramref name="most"/>.</summary>
    public Placed<long>? Integer(string key, string unit, long least, long most, string? about = null) =>
        Value(key, about) is { } value ? IntegerOf(value, $"'{key}'", unit, least, most) : null;

    /// <summary>The integer that <paramref name="value"/> is, in these bounds.</summary>
    public Placed<long>? IntegerOf(TomlValue value, string what, string unit, long least, long most)
    {
        if (value is TomlStandIn standIn) return new(least, value.Location) { Shape = standIn.Shape.BeInteger(least, most) };
        if (value is not TomlInteger integer)
        {
            WrongType(value, what, "an integer", $"write a number of {unit}, without quotes");
            return null;
        }
        if (integer.Value < least || integer.Value > most)
        {
            Report(value.Location, $"{what} is {Invariant(integer.Value)}", $"write a number of {unit} from {Invariant(least)} to {Invariant(most)}");
            return null;
        }
        return new(integer.Value, value.Location);
    }

    /// <summary>The string that <paramref name="value"/> is, neither empty nor blank.</summary>
    public Placed<string>? TextOf(TomlValue value, string what)
    {
        if (value is TomlStandIn standIn) return new(AnyText, value.Location) { Shape = standIn.Shape.BeText() };
        if (AnyTextOf(value, what) is not { } text) return null;
        if (!string.IsNullOrWhiteSpace(text.Value)) return text;
        Report(value.Location, $"{what} is empty", "write something, or delete the key");
        return null;
    }

    /// <summary>The string that <paramref name="value"/> is, which may be empty.</summary>
    public Placed<string>? AnyTextOf(TomlValue value, string what)
    {
        if (value is TomlStandIn standIn) return new(AnyText, value.Location) { Shape = standIn.Shape.BeText(pattern: null) };
        if (value is TomlString text) return new(text.Text, value.Location);
        WrongType(value, what, "a string", "put it between quotes");
        return null;
    }

    /// <summary>The strings that <paramref name="value"/> is a list of.</summary>
    public IReadOnlyList<Placed<string>>? TextsOf(TomlValue value, string what)
    {
        if (value is TomlStandIn standIn) return [new(AnyText, value.Location) { Shape = standIn.Shape.BeList().BeText() }];
        if (value is TomlList { OfTables: false } list)
            return [.. list.Items.Select(item => TextOf(item, $"an item of {what}")).OfType<Placed<string>>()];
        WrongType(value, what, "a list of strings", "put it between brackets: [\"...\"]");
        return null;
    }

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
