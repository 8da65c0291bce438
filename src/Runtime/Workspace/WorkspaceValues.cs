using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Syntax;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Workspace.Shapes;
using ManifestLinker.Runtime.Workspace.Toml;
using ManifestLinker.Runtime.Workspace.Versions;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>The kinds of values that a workspace file has beyond those of TOML; what does not fit is reported, and null.</summary>
internal static class WorkspaceValues
{
    private const int MaxDoubleStars = 4;
    private const string NoOuterSlash = @"^[^/]([\s\S]*[^/])?$";

    private static readonly ValueShape RuleSelector = new ValueShape { Name = "rule", About = "A rule, by its id or name, or all whose ids begin so." }.BeAnyOf(
        new ValueShape().BeOneOf([.. RuleTable.All.Select(rule => rule.Id)]),
        new ValueShape().BeOneOf([.. RuleTable.All.Select(rule => rule.Name)]),
        new ValueShape().BeText("^[Mm][Ll][Cc][0-9]{0,4}$"));

    extension(SectionReader section)
    {
        /// <summary>One of a few words.</summary>
        public Placed<string>? OneOf(Placed<string> text, string what, IReadOnlyList<string> words)
        {
            if (text.Shape?.BeOneOf(words) is not null || words.Contains(text.Value, StringComparer.Ordinal)) return text;
            string help = NearNames.Nearest(text.Value, words) is { } near
                ? $"did you mean \"{near}\"?"
                : $"known: {string.Join(", ", words.Select(word => $"\"{word}\""))}";
            section.Report(text.Location, $"there is no {what} '{text.Value}'", help);
            return null;
        }

        /// <summary>A severity, or null for <c>off</c>.</summary>
        public Placed<Severity?>? SeverityOrOff(Placed<string> text)
        {
            if (section.OneOf(text, "severity", [.. SeverityNames.All, "off"]) is not { } word) return null;
            return new(SeverityNames.TryParse(word.Value, out Severity severity) ? severity : null, word.Location);
        }

        /// <summary>A time in UTC, spelled as build_live does: <c>20260101T000000Z</c>.</summary>
        public Placed<string>? Buildstamp(Placed<string> text)
        {
            text.Shape?.BeText("^[0-9]{8}T[0-9]{6}Z$");
            if (DateTime.TryParseExact(text.Value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return text;
            section.Report(text.Location, $"'{text.Value}' is no build stamp", "write a time in UTC as \"20260101T000000Z\"");
            return null;
        }

        /// <summary>A text that becomes part of a file name.</summary>
        public Placed<string>? NamePart(Placed<string> text)
        {
            text.Shape?.BeText("^[!-.0-~]+$");
            int odd = text.Value.AsSpan().IndexOfAnyExceptInRange('!', '~');
            if (odd < 0 && !text.Value.Contains('/', StringComparison.Ordinal)) return text;
            section.Report(text.Location, $"'{text.Value}' cannot be part of a file name", "use printable ASCII without blanks and '/'");
            return null;
        }

        /// <summary>The name of a phase, which files are called after.</summary>
        public Placed<string>? PhaseName(Placed<string> text)
        {
            text.Shape?.BeText("^[A-Za-z0-9_][A-Za-z0-9._+-]*$");
            if (text.Value[0] is not ('.' or '+' or '-') && text.Value.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '_' or '+' or '-')) return text;
            section.Report(text.Location, $"'{text.Value}' is no name of a phase", "use letters, digits, '.', '_', '+' and '-', and begin with a letter or a digit");
            return null;
        }

        /// <summary>A date, as a string or as TOML's own.</summary>
        public Placed<DateOnly>? Date(string key, string? about = null)
        {
            if (section.Value(key, about) is not { } value) return null;
            Placed<string>? spelled = value is TomlDate date ? new(date.Text, date.Location) : section.TextOf(value, $"'{key}'");
            if (spelled is not { } text) return null;
            text.Shape?.BeDate();
            if (DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return new(day, text.Location);
            section.Report(text.Location, $"'{text.Value}' is no date", "write it as \"2030-12-31\"");
            return null;
        }

        /// <summary>The versions of mlc that will do.</summary>
        public Placed<VersionRange>? VersionRange(Placed<string> text)
        {
            text.Shape?.BeText(Versions.VersionRange.Pattern);
            (VersionRange? range, string fault) = Versions.VersionRange.Parse(text.Value);
            if (range is not null) return new(range, text.Location);
            section.Report(text.Location, $"the version range '{text.Value}' {fault}", "write comparisons that all must hold, as \">=1.2, <2\", or one version, as \"1.2.3\"");
            return null;
        }

        /// <summary>Reports a selector that means no rule.</summary>
        public void CheckSelector(Placed<string> selector)
        {
            selector.Shape?.BeA(RuleSelector);
            if (RuleTable.All.Any(rule => rule.Matches(selector.Value))) return;
            string help = RuleTable.Nearest(selector.Value) is { } near ? $"did you mean '{near}'?" : "'mlc explain' lists all rules";
            section.Report(selector.Location, $"there is no rule '{selector.Value}'", help);
        }

        /// <summary>Reports a name that a variable cannot have.</summary>
        public void CheckVariable(Placed<string> name)
        {
            name.Shape?.BeText("^[A-Za-z_][A-Za-z0-9_]*$");
            if (!VariableName.Is(name.Value))
                section.Report(name.Location, $"'{name.Value}' is no name of a variable", "use letters, digits and '_', and no digit first");
        }

        /// <summary>A pattern for image paths.</summary>
        public Placed<PathGlob>? Glob(Placed<string> text)
        {
            text.Shape?.BeText(NoOuterSlash);
            string[] parts = text.Value.Split('/');
            (string Fault, string Help)? wrong = parts switch
            {
                ["", ..] => ("begins with '/'", "paths of the image have none: leave it out"),
                [.., ""] => ("ends with '/'", "write 'DIRECTORY/**' for all that lies below"),
                _ when parts.Any(part => part is "" or "." or "..") => ("has an empty, '.' or '..' part", "write the path as the image has it"),
                _ when parts.Any(part => part is not "**" && part.Contains("**", StringComparison.Ordinal)) =>
                    ("has '**' within a name", "'**' stands for whole directories; use '*' within a name"),
                _ when parts.Count(part => part is "**") > MaxDoubleStars => ($"has more than {MaxDoubleStars} '**'", "use fewer"),
                _ => null,
            };
            if (wrong is not { } found) return new(new PathGlob(text.Value), text.Location);
            section.Report(text.Location, $"the pattern '{text.Value}' {found.Fault}", found.Help);
            return null;
        }

        /// <summary>A mode of four octal digits.</summary>
        public Placed<Mode>? Mode(Placed<string> text)
        {
            if (text.Value.Length == 4 && Compiler.Ir.Mode.TryParse(text.Value, out Mode mode)) return new(mode, text.Location);
            section.Report(text.Location, $"'{text.Value}' is no mode", "write four octal digits, as \"0755\"");
            return null;
        }

        /// <summary>The name of an account.</summary>
        public Placed<string>? Account(Placed<string> text)
        {
            if (!text.Value.AsSpan().ContainsAnyExceptInRange('!', '~')) return text;
            section.Report(text.Location, $"'{text.Value}' is no name of an owner or group", "write it as a manifest has it: one word");
            return null;
        }

        /// <summary>A path of the image.</summary>
        public Placed<ImagePath>? ImagePath(Placed<string> text)
        {
            if (Compiler.Ir.ImagePath.IsNormal(text.Value)) return new(Compiler.Ir.ImagePath.Parse(text.Value), text.Location);
            section.Report(text.Location, $"'{text.Value}' is no path of the image", "write it as \"usr/bin/su\": without a slash at either end, '.' and '..'");
            return null;
        }

        /// <summary>A path below /usr, as a path of the image.</summary>
        public Placed<ImagePath>? Underfile(Placed<string> text)
        {
            text.Shape?.BeText(NoOuterSlash);
            if (Compiler.Ir.ImagePath.IsNormal(text.Value)) return new(Compiler.Ir.ImagePath.Parse("usr/" + text.Value), text.Location);
            section.Report(text.Location, $"'{text.Value}' is no path below /usr", "write it as \"bin/ls\": relative to /usr, without '.' and '..'");
            return null;
        }

        /// <summary><c>"auto"</c>, or a number of KiB.</summary>
        public Placed<ImageSize>? ImageSize(TomlValue value, long maxKiB)
        {
            if (value is TomlStandIn standIn)
            {
                standIn.Shape.BeAnyOf(new ValueShape().BeOneOf(["auto"]), new ValueShape().BeInteger(1, maxKiB));
                return new(new ImageSize(null), value.Location);
            }
            if (value is TomlString { Text: "auto" }) return new(new ImageSize(null), value.Location);
            if (value is TomlString text)
            {
                section.Report(value.Location, $"there is no size '{text.Text}'", "write \"auto\", or a number of KiB without quotes");
                return null;
            }
            return section.IntegerOf(value, "'size'", "KiB", 1, maxKiB) is { } size ? new(new ImageSize(size.Value * 1024), value.Location) : null;
        }
    }
}
