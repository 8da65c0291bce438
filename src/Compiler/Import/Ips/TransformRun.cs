using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>The transforms of a package at work on its actions.</summary>
/// <param name="transforms">The transforms, in their order.</param>
/// <param name="settings">What <c>set</c> actions of the package say, by name.</param>
/// <param name="findings">Takes what goes wrong.</param>
internal sealed partial class TransformRun(IReadOnlyList<Transform> transforms, ILookup<string, string> settings, ICollection<Finding> findings)
{
    private const int DeepestEmission = 4;

    /// <summary>The transform that wants the whole package left out; null where none does.</summary>
    public Transform? Aborted { get; private set; }

    /// <summary>What becomes of <paramref name="action"/>: itself, changed or gone, and what transforms emit besides.</summary>
    public IEnumerable<IpsAction> Apply(IpsAction action) => Apply(action, depth: 0);

    private List<IpsAction> Apply(IpsAction action, int depth)
    {
        var emitted = new List<IpsAction>();
        IpsAction? now = action;
        foreach (Transform transform in transforms)
        {
            try
            {
                if (transform.Match(now) is not { } matches) continue;
                now = Operate(transform, now, matches, emitted);
            }
            catch (RegexMatchTimeoutException)
            {
                findings.Add(ImportUnsupported.At("a pattern takes too long to compare", transform.Line.Whole, "write a simpler one"));
            }
            if (now is null || Aborted is not null) break;
        }
        if (depth == DeepestEmission && emitted.Count > 0)
        {
            findings.Add(ImportUnsupported.At("transforms emit actions for what transforms emit, without end", emitted[0].Location, "have them match less"));
            emitted.Clear();
        }
        return [.. now is null ? Array.Empty<IpsAction>() : [now], .. emitted.SelectMany(one => Apply(one, depth + 1))];
    }

    private IpsAction? Operate(Transform transform, IpsAction action, IReadOnlyList<Match> matches, List<IpsAction> emitted)
    {
        string Filled(string text) => Fill(text, transform, action, matches);
        switch (transform.Operation)
        {
            case "drop":
                return null;
            case "abort":
                Aborted = transform;
                return null;
            case "exit":
                findings.Add(ImportUnsupported.At($"a transform refuses the package: {Filled(transform.Text)}".TrimEnd(' ', ':'), transform.Line.Whole, "mend the package, or leave it out"));
                Aborted = transform;
                return null;
            case "emit":
                string text = Filled(transform.Text).Trim();
                if (text.Length > 0 && text[0] != '#' && ActionParser.Parse(At(transform.Line, text), findings) is { } made) emitted.Add(made);
                return action;
            case "set":
                return action.With(Filled(transform.Words[0]), [Filled(transform.Words[1])]);
            case "default":
                string name = Filled(transform.Words[0]);
                return action.All(name).Any() ? action : action.With(name, [Filled(transform.Words[1])]);
            case "add":
                string added = Filled(transform.Words[0]);
                return action.With(added, [.. action.All(added), Filled(transform.Words[1])]);
            case "delete":
                Regex gone = PatternRegex.Compile(transform.Words[1], fromStart: false);
                return action.With(transform.Words[0], [.. action.All(transform.Words[0]).Where(value => !gone.IsMatch(value))]);
            case "edit":
                string edited = Filled(transform.Words[0]);
                Regex pattern = PatternRegex.Compile(transform.Words[1], fromStart: false);
                string template = transform.Words.Count > 2 ? Filled(transform.Words[2]) : "";
                return action.With(edited, [.. action.All(edited).Select(value => pattern.Replace(value, match => PatternRegex.Fill(template, match)))]);
            default:
                return action;
        }
    }

    // An emitted action stands where the transform does.
    private static LogicalLine At(LogicalLine line, string text) => new(line.Source, text, [.. Enumerable.Repeat(line.Origin(0), text.Length)]);

    /// <summary><paramref name="text"/> with <c>%&lt;1&gt;</c>, <c>%(attribute)</c> and <c>%{setting}</c> filled in.</summary>
    private string Fill(string text, Transform transform, IpsAction action, IReadOnlyList<Match> matches)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        string[] groups = [.. matches.SelectMany(match => match.Groups.Values.Skip(1)).Select(group => group.Value)];
        var filled = new StringBuilder();
        int done = 0;
        foreach (Match reference in Reference().Matches(text))
        {
            filled.Append(text.AsSpan(done, reference.Index - done));
            done = reference.Index + reference.Length;
            string? value = reference switch
            {
                { Groups: var parts } when parts["group"].Success => int.Parse(parts["group"].Value, CultureInfo.InvariantCulture) is var number and > 0 && number <= groups.Length ? groups[number - 1] : null,
                { Groups: var parts } when parts["attribute"].Success => parts["attribute"].Value is "action.name" ? action.Name : action.Value(parts["attribute"].Value),
                { Groups: var parts } => settings[parts["setting"].Value].FirstOrDefault(),
            };
            if (value is null)
                findings.Add(ImportUndefined.At($"'{reference.Value}' in a transform stands for nothing here", transform.Line.Whole, "name an attribute or a group that is there"));
            filled.Append(value);
        }
        return filled.Append(text.AsSpan(done)).ToString();
    }

    [GeneratedRegex(@"%<(?<group>[0-9])>|%\((?<attribute>[^)]*)\)|%\{(?<setting>[^}]*)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();
}
