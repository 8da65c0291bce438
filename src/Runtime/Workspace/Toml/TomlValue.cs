using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Workspace.Shapes;

namespace ManifestLinker.Runtime.Workspace.Toml;

/// <summary>A value of a TOML document, with its place.</summary>
/// <param name="Location">Where it stands; the first line of it where it has several.</param>
/// <param name="Kind">What it is, for messages: <c>a string</c>.</param>
internal abstract record TomlValue(Location Location, string Kind);

/// <summary>A string, unescaped.</summary>
internal sealed record TomlString(Location Location, string Text) : TomlValue(Location, "a string");

/// <summary>An integer.</summary>
internal sealed record TomlInteger(Location Location, long Value) : TomlValue(Location, "an integer");

/// <summary>A date without a time, as it is spelled.</summary>
internal sealed record TomlDate(Location Location, string Text) : TomlValue(Location, "a date");

/// <summary>Yes or no.</summary>
internal sealed record TomlBoolean(Location Location, bool Value) : TomlValue(Location, "a boolean");

/// <summary>A float or a time: nothing a workspace file has a use for.</summary>
internal sealed record TomlOther(Location Location, string Kind) : TomlValue(Location, Kind);

/// <summary>A list of values, or the tables under one <c>[[name]]</c>.</summary>
internal sealed record TomlList(Location Location, List<TomlValue> Items, bool OfTables) : TomlValue(Location, "a list");

/// <summary>No value: it stands where one would, when the reader of the file describes itself, and takes down what is demanded of it.</summary>
internal sealed record TomlStandIn(Location Location, ValueShape Shape) : TomlValue(Location, "nothing");
