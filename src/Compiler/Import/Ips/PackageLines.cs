using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>
/// The lines of a package manifest with those of the files it includes: actions in their order, and the transforms, which hold for all
/// of them wherever they stand.
/// </summary>
internal sealed class PackageLines(IpsOptions options, Macros macros, ICollection<Finding> findings)
{
    private const int DeepestInclude = 16;
    private const int MostIncludes = 1000;

    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private int included;

    /// <summary>The actions.</summary>
    public List<IpsAction> Actions { get; } = [];

    /// <summary>The transforms.</summary>
    public List<Transform> Transforms { get; } = [];

    /// <summary>Reads <paramref name="source"/> after what has been read.</summary>
    public void Read(SourceText source) => Read(source, depth: 0);

    private void Read(SourceText source, int depth)
    {
        open.Add(source.Name);
        foreach (LogicalLine raw in LogicalLine.In(source))
        {
            if (macros.Expand(raw) is not { } line)
            {
                findings.Add(ImportUndefined.At("the macros of this line refer to each other without end", raw.Whole, "give them values that end"));
                continue;
            }
            if (line.Text.Length == 0 || line.Text[0] == '#') continue;
            if (line.Text is ['<', .., '>']) Command(line, depth);
            else Action(line);
        }
        open.Remove(source.Name);
    }

    private void Command(LogicalLine line, int depth)
    {
        string word = line.Text[1..^1].Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [{ } first, ..] ? first : "";
        switch (word)
        {
            case "transform":
                if (Transform.Parse(line, findings) is { } transform) Transforms.Add(transform);
                break;
            case "include":
                Include(line, line.Text["<include".Length..^1].Trim().Trim('"'), depth);
                break;
            default:
                findings.Add(ImportSyntax.At($"'<{word}' is no command", line.Whole, "<transform ...> and <include FILE> are known"));
                break;
        }
    }

    private void Include(LogicalLine line, string name, int depth)
    {
        if (name.Length == 0 || options.Include(line.Source.Name, name) is not { } source)
            findings.Add(ImportUndefined.At($"the file '{name}' that is included was not found", line.Whole, "name the directory it lies in with -I"));
        else if (open.Contains(source.Name) || depth == DeepestInclude || ++included > MostIncludes)
            findings.Add(ImportSyntax.At($"including '{name}' goes on without end", line.Whole, "take it out of the files that it includes itself"));
        else
            Read(source, depth + 1);
    }

    private void Action(LogicalLine line)
    {
        if (line.Text.StartsWith("$(", StringComparison.Ordinal))
        {
            Undefined(line, 0);
            return;
        }
        if (ActionParser.Parse(line, findings) is not { } action) return;
        if (action.Delivers)
        {
            if (line.Text.IndexOf("$(", StringComparison.Ordinal) is var at and >= 0) Undefined(line, at);
            else Actions.Add(action);
            return;
        }
        if (IpsAction.Silent.Contains(action.Name, StringComparer.Ordinal))
        {
            Actions.Add(action);
            return;
        }
        string? near = NearNames.Nearest(action.Name, IpsAction.Delivering.Concat(IpsAction.Silent));
        findings.Add(ImportSyntax.At($"there is no action '{action.Name}'", action.Location, near is null ? "pkg(7) lists the actions" : $"did you mean {near}?"));
    }

    private void Undefined(LogicalLine line, int at)
    {
        int end = line.Text.IndexOf(')', at);
        string macro = end < 0 ? line.Text[at..] : line.Text[at..(end + 1)];
        string name = macro.Trim('$', '(', ')');
        string help = NearNames.Nearest(name, macros.Names) is { } near ? $"did you mean $({near})?"
            : at == 0 ? $"say --define {name}= to take such lines, or --define {name}=# to leave them out"
            : $"say --define {name}=VALUE";
        findings.Add(ImportUndefined.At($"the macro {macro} has no value", line.At(at, macro.Length), help));
    }
}
