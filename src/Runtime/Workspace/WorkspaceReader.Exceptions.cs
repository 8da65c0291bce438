namespace ManifestLinker.Runtime.Workspace;

/// <content>The tables about what is put up with.</content>
internal static partial class WorkspaceReader
{
    private static ExceptionSection? Exception(SectionReader section)
    {
        Placed<string>? rule = section.RequiredText("rule", "name the rule, as rule = \"MLC2002\"", about: "The rule: its id, its name, or the beginning of ids.");
        Placed<string>? path = section.RequiredText(
            "path",
            "name the objects, as path = \"usr/lib/**\"; to do without a rule altogether, use ignore in [rules]",
            about: "The objects of the image: '*' and '?' stay within a name, '**' stands for any number of directories.");
        Placed<string>? detail = section.Text("detail", about: "A pattern for the detail key of the findings, which --format json shows; any where it is left out.");
        Placed<string>? reason = section.RequiredText("reason", "say why it is right as it is", about: "Why it is right as it is, for the next reader.");
        Placed<DateOnly>? until = section.Date("until", about: "The last day on which it counts: 2030-12-31.");
        Placed<string>? owner = section.Text("owner", about: "Who answers for it.");
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
        var baseline = new BaselineSection(section?.Text("file", about: "The baseline, as mlc baseline writes it, relative to this file."));
        section?.RejectTheRest();
        return baseline;
    }
}
