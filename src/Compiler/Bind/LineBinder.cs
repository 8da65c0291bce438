using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Bind;

/// <summary>
/// Turns a line into an entry. Everything odd about the line is found in one go; a line with an error of syntax is no entry,
/// one with a mere oddity is.
/// </summary>
internal sealed class LineBinder(string component, Variables variables, ICollection<Finding> all)
{
    private const string LinkShape = "path=target";
    private const string NodeShape = "path mode owner group";
    private static readonly string[] NodeFields = ["path", "mode", "owner", "group"];

    private readonly List<Finding> findings = [];

    // Owners and groups are a dozen names on thousands of lines.
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public Entry? Bind(EntryLine line)
    {
        Entry? entry = BindLine(line);
        // What a line delivers is known last; an excuse for its path must hold for all that is odd about it.
        foreach (Finding finding in findings)
            all.Add(entry is null || finding.Subject is not null ? finding : finding with { Subject = Subject.Of(entry) });
        findings.Clear();
        return entry;
    }

    private Entry? BindLine(EntryLine line)
    {
        if (line.LeadingBlanks > 0) findings.Add(LeadingBlank.At(line.Kind));
        if (line.Comment is { Directive: null } comment) findings.Add(HashInsideLine.Trailing(comment.Token));
        bool sound = CheckCharacters(line);
        Entry? entry = line.Entry switch
        {
            NodeSyntax node => BindNode(line, node),
            LinkSyntax link => BindLink(line, link),
            _ => Unknown(line),
        };
        return sound ? entry : null;
    }

    // Nearly every line is printable ASCII without a '#', and need not be looked at word by word.
    private bool CheckCharacters(EntryLine line)
    {
        SourceLine whole = line.Line;
        if (LineTooLong.Check(whole) is { } tooLong) findings.Add(tooLong);
        ReadOnlySpan<char> chars = whole.Chars;
        if (!chars.ContainsAnyExceptInRange(' ', '~') && !chars.Contains('#')) return true;
        bool sound = true;
        foreach (Token word in line.Entry.Tokens.Prepend(line.Kind))
        {
            if (word.Chars.Contains('#')) findings.Add(HashInsideLine.Inside(word));
            int odd = NonAsciiOrControlChar.WorstIn(word.Chars);
            if (odd < 0) continue;
            findings.Add(NonAsciiOrControlChar.At(word, odd));
            sound &= !NonAsciiOrControlChar.IsFatal(word.Chars[odd]);
        }
        return sound;
    }

    private Entry? Unknown(EntryLine line)
    {
        findings.Add(UnknownEntryType.At(line.Kind));
        return null;
    }

    private NodeEntry? BindNode(EntryLine line, NodeSyntax node)
    {
        bool counted = CheckCount(line, node);
        ImagePath? path = node.Path is { } word
            ? PathBinder.Bind(word, variables.Expand(word, findings), "path", findings)
            : null;
        Mode? mode = node.Mode is { } digits ? BindMode(digits, guessing: !counted) : null;
        string? owner = node.Owner is { } user ? Name(user) : null;
        string? group = node.Group is { } team ? Name(team) : null;
        if (path is { IsRoot: true } && line.Kind.Is("f"))
        {
            findings.Add(NonNormalPath.IsRoot(node.Path!.Value));
            return null;
        }
        if (!counted || path is not { } where || mode is not { } bits) return null;
        if (QuotingHazardChar.Check(node.Path!.Value, where) is { } hazard) findings.Add(hazard);
        var origin = new Origin(component, node.Path!.Value, node.Mode!.Value, node.Owner!.Value, node.Group!.Value, node.Path.Value);
        return line.Kind.Is("f")
            ? new FileEntry(where, bits, owner!, group!, origin)
            : new DirectoryEntry(where, bits, owner!, group!, origin);
    }

    private bool CheckCount(EntryLine line, NodeSyntax node)
    {
        if (node is { Group: not null, Surplus.Count: 0 }) return true;
        string shape = $"{line.Kind} {NodeShape}";
        Token?[] fields = [node.Path, node.Mode, node.Owner, node.Group];
        int present = fields.Count(field => field is not null);
        if (present < fields.Length)
        {
            Token last = present == 0 ? line.Kind : fields[present - 1]!.Value;
            if (present == 1 && last.Chars.Contains('=')) shape += $", or as a link: s {LinkShape}";
            findings.Add(WrongFieldCount.Missing(line.Kind, last, shape, NodeFields[present..]));
            return false;
        }
        findings.Add(WrongFieldCount.Surplus(line.Kind, node.Surplus[0], node.Surplus.Count, shape));
        return false;
    }

    // On a line with the wrong number of words the second need not be meant as a mode, so it is not found fault with.
    private Mode? BindMode(Token word, bool guessing)
    {
        string text = variables.Expand(word, findings);
        if (!Mode.TryParse(text, out Mode mode))
        {
            if (!guessing) findings.Add(BadModeSyntax.At(word));
            return null;
        }
        if (text.Length != 4) findings.Add(ModeNotFourDigits.At(word, mode));
        return mode;
    }

    private LinkEntry? BindLink(EntryLine line, LinkSyntax link)
    {
        bool counted = CheckCount(line, link);
        if (link.Path is null && link.Separator is null) return null;
        Token whole = Whole(link);
        if (link.Separator is null) findings.Add(MissingLinkSeparator.At(whole, "'=' and no target"));
        else if (link.Target is null) findings.Add(MissingLinkSeparator.At(whole, "target"));
        if (link.Path is null) findings.Add(MissingLinkSeparator.At(whole, "path"));
        if (link.SecondSeparator is { } second) findings.Add(MultipleEquals.At(second));

        ImagePath? path = link.Path is { } word
            ? PathBinder.Bind(word, variables.Expand(word, findings), "path", findings)
            : null;
        if (path is { IsRoot: true })
        {
            findings.Add(NonNormalPath.IsRoot(link.Path!.Value));
            return null;
        }
        string? target = link.Target is { } text ? variables.Expand(text, findings) : null;
        if (target is "")
        {
            findings.Add(MissingLinkSeparator.At(whole, "target"));
            return null;
        }
        bool hard = line.Kind.Is("h");
        ImagePath? existing = hard && target is not null
            ? PathBinder.Bind(link.Target!.Value, target, "target", findings)
            : null;
        if (existing is { IsRoot: true })
        {
            findings.Add(NonNormalPath.IsRoot(link.Target!.Value));
            return null;
        }
        if (!counted || path is not { } where || target is null || link.SecondSeparator is not null) return null;
        Token at = link.Path!.Value;
        var origin = new Origin(component, at, at, at, at, link.Target!.Value);
        if (!hard) return new SymlinkEntry(where, target, origin);
        if (existing is not { } real) return null;
        if (QuotingHazardChar.Check(at, where) is { } hazard) findings.Add(hazard);
        return new HardLinkEntry(where, real, origin);
    }

    private bool CheckCount(EntryLine line, LinkSyntax link)
    {
        if (link.Surplus.Count == 0 && (link.Path is not null || link.Separator is not null)) return true;
        string shape = $"{line.Kind} {LinkShape}";
        if (link.Path is null && link.Separator is null)
        {
            findings.Add(WrongFieldCount.Missing(line.Kind, line.Kind, shape, ["path", "target"]));
            return false;
        }
        if (link.Separator is null && link.Surplus.Count == NodeFields.Length - 1) shape += $", or as a file: f {NodeShape}";
        findings.Add(WrongFieldCount.Surplus(line.Kind, link.Surplus[0], link.Surplus.Count, shape));
        return false;
    }

    private static Token Whole(LinkSyntax link)
    {
        Token first = link.Path ?? link.Separator!.Value;
        Token last = link.Target ?? link.Separator ?? first;
        return first with { Length = last.End - first.Start };
    }

    private string Name(Token word)
    {
        var seen = names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (seen.TryGetValue(word.Chars, out string? known)) return known;
        string name = variables.Expand(word, findings);
        // A name with an unknown variable must be found again on the next line that has it.
        if (!name.Contains('$', StringComparison.Ordinal)) seen[word.Chars] = name;
        return name;
    }
}
