using ManifestLinker.Runtime.Workspace.Toml;

namespace ManifestLinker.Runtime.Workspace;

/// <content><c>[[complete]]</c>.</content>
internal static partial class WorkspaceReader
{
    private static readonly string[] WaysToMean = ["prefix", "glob", "section"];

    private static CompleteSection? Complete(SectionReader section)
    {
        TomlEntry[] given = [.. WaysToMean.Select(key => section.Entry(key)).OfType<TomlEntry>().OrderBy(entry => entry.KeyLocation.Line)];
        var complete = new CompleteSection(
            section.Location,
            [.. (section.Texts("except", about: "Patterns for what need not be delivered; the reason says why.") ?? []).Select(section.Glob).Where(glob => glob is not null).Select(glob => glob!.Value)])
        {
            Prefix = section.Text("prefix", section.ImagePath, about: "A path: all at or below it."),
            Glob = section.Text("glob", section.Glob, about: "A pattern: all that fit it."),
            Section = section.Text("section", about: "A pattern for sections of the manual: all their pages."),
        };
        bool explained = section.Text("reason", about: "Why what is excepted does not ship.") is not null || section.Entry("reason") is not null;
        section.RejectTheRest();
        if (given.Length == 0) section.Missing("'prefix', 'glob' or 'section'", "name the objects, as prefix = \"platform/i86pc/ucode\"");
        foreach (TomlEntry other in given.Skip(1))
        {
            section.Report(
                other.KeyLocation,
                $"{section.Name} has '{given[0].Key}' or '{other.Key}', not both",
                $"write a {section.Name} of its own",
                new("first here", given[0].KeyLocation));
        }
        if (complete.Except.Count > 0 && !explained) section.Missing("'reason'", "say why what is excepted does not ship");
        return given.Length == 1 && (complete.Prefix ?? (object?)complete.Glob ?? complete.Section) is not null ? complete : null;
    }
}
