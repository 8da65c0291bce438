namespace ManifestLinker.Runtime.Workspace;

/// <content>The tables about what is put up with.</content>
internal static partial class WorkspaceReader
{
    private static ExceptionSection? Exception(SectionReader section)
    {
        Placed<string>? rule = section.RequiredText("rule", "name the rule, as rule = \"MLC2002\"");
        Placed<string>? path = section.RequiredText("path", "name the objects, as path = \"usr/lib/**\"; to do without a rule altogether, use ignore in [rules]");
        Placed<string>? detail = section.Text("detail");
        Placed<string>? reason = section.RequiredText("reason", "say why it is right as it is");
        Placed<DateOnly>? until = section.Date("until");
        Placed<string>? owner = section.Text("owner");
        section.RejectTheRest();
        if (rule is { } selector) section.CheckSelector(selector);
        if (rule is not { } of || path is not { } text || section.Glob(text) is not { } glob || reason is not { } why) return null;
        return new ExceptionSection(of, glob, why)
        {
            Detail = detail is { } pattern ? new(new(pattern.Value), pattern.Location) : null,
            Until = until,
            Owner = owner,
            Table = section.Lines,
        };
    }

    private static BaselineSection Baseline(SectionReader? section)
    {
        var baseline = new BaselineSection(section?.Text("file"));
        section?.RejectTheRest();
        return baseline;
    }
}
