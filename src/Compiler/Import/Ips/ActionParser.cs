using System.Text;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>
/// Reads an action as pkg(7) spells it: a name, perhaps a payload, then <c>attribute=value</c>. A value that begins with a quotation
/// mark reaches to the next one; a backslash before a mark or a backslash takes its meaning away.
/// </summary>
internal sealed class ActionParser
{
    private readonly LogicalLine line;
    private readonly ICollection<Finding> findings;
    private readonly string text;
    private int at;

    private ActionParser(LogicalLine line, ICollection<Finding> findings)
    {
        this.line = line;
        this.findings = findings;
        text = line.Text;
    }

    /// <summary>The action on <paramref name="line"/>; null, and a finding, where it is malformed.</summary>
    public static IpsAction? Parse(LogicalLine line, ICollection<Finding> findings) => new ActionParser(line, findings).Action();

    private IpsAction? Action()
    {
        string name = Until(static character => char.IsWhiteSpace(character));
        string? payload = null;
        var attributes = new List<IpsAttribute>();
        for (SkipBlanks(); at < text.Length; SkipBlanks())
        {
            int start = at;
            string key = Until(static character => char.IsWhiteSpace(character) || character is '=' or '"' or '\'');
            if (at < text.Length && text[at] == '=')
            {
                at++;
                if (key.Length == 0) return Wrong(start, 1, "there is no name before the '='");
                if (Value(start) is not { } value) return null;
                attributes.Add(new IpsAttribute(key, value, start, at - start));
                continue;
            }
            if (at < text.Length && text[at] is '"' or '\'' && key.Length > 0) return Wrong(at, 1, "a quotation mark stands within a name");
            if (payload is not null || attributes.Count > 0) return Wrong(start, Math.Max(1, at - start), $"'{key}' has no '=' and no value");
            payload = key.Length > 0 ? key : Value(start);
            if (payload is null) return null;
        }
        return new IpsAction(line, name, payload, attributes);
    }

    private string? Value(int start)
    {
        if (at == text.Length || char.IsWhiteSpace(text[at]))
        {
            Wrong(start, at - start, "there is no value after the '='");
            return null;
        }
        char mark = text[at];
        if (mark is not ('"' or '\'')) return Until(static character => char.IsWhiteSpace(character));
        int opened = at++;
        var value = new StringBuilder();
        for (; at < text.Length && text[at] != mark; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\'' or '\\') at++;
            value.Append(text[at]);
        }
        if (at == text.Length)
        {
            Wrong(opened, 1, "the quotation mark has no partner");
            return null;
        }
        at++;
        if (at == text.Length || char.IsWhiteSpace(text[at])) return value.ToString();
        Wrong(at, 1, "something follows the closing quotation mark");
        return null;
    }

    private IpsAction? Wrong(int start, int length, string what)
    {
        findings.Add(ImportSyntax.At(what, line.At(start, length), "write it as pkg(7) has it: NAME ATTRIBUTE=VALUE ..."));
        return null;
    }

    private string Until(Func<char, bool> ends)
    {
        int start = at;
        while (at < text.Length && !ends(text[at])) at++;
        return text[start..at];
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
