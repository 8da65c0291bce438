using System.Text;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>A trace in words: what is not declared, by directory, and what to do about it.</summary>
internal static class TraceText
{
    private const int ShownFolders = 20;
    private const int ShownFiles = 3;

    /// <summary>The text for <paramref name="report"/>; all of it where <paramref name="detailed"/>, else as much as one reads.</summary>
    public static string Of(TraceReport report, bool detailed)
    {
        var text = new StringBuilder();
        string phase = report.Phase.Name;
        foreach (TraceGroup group in report.Groups)
        {
            text.Append($"{phase} {Head(group)}:\n");
            foreach (TracedFolder folder in group.Folders.Take(detailed ? int.MaxValue : ShownFolders)) text.Append($"  {Line(folder, detailed)}\n");
            TracedFolder[] rest = detailed ? [] : [.. group.Folders.Skip(ShownFolders)];
            if (rest.Length > 0) text.Append($"  and {Count(rest.Sum(folder => folder.Files.Count), "file")} in {Count(rest.Length, "more directory", "more directories")}; -v shows them\n");
            text.Append($"  help: {TraceHelp.Of(report.Phase, group)}\n\n");
        }
        text.Append(report.IsClean ? $"{phase} uses nothing that it does not declare" : $"{phase} uses {Count(report.Groups.Sum(group => group.Count), "path")} that it does not declare");
        text.Append($"; {Count(report.Seen, "path")} looked at, {Count(report.System.Values.Sum(), "use")} of the system not listed\n");
        if (report.Unclear > 0) text.Append($"of {Count(report.Unclear, "access", "accesses")} strace does not tell enough; they are not in here\n");
        return text.ToString();
    }

    private static string Head(TraceGroup group) => group.Kind switch
    {
        TraceKind.ReadsOutput => $"reads what phase {group.Owner} makes, which need not be done before",
        TraceKind.ReadsWorkspace => "reads what lies in the workspace and is no source",
        TraceKind.ReadsOutside => "reads what lies outside the workspace",
        TraceKind.WritesOutput => $"writes to what phase {group.Owner} makes",
        TraceKind.WritesWorkspace => "writes to the workspace beside its outputs and sources",
        _ => "writes outside the workspace",
    };

    private static string Line(TracedFolder folder, bool detailed)
    {
        IEnumerable<string> names = folder.Files.Take(detailed ? int.MaxValue : ShownFiles).Select(Show);
        if (!detailed && folder.Files.Count > ShownFiles) names = names.Append("...");
        return $"{VisibleText.Of(folder.Path)} ({Count(folder.Files.Count, "file")}: {string.Join(", ", names)})";
    }

    private static string Show(TracedFile file) => file.Name == "." ? "its listing" : $"{VisibleText.Of(file.Name)}{Word(file.Access)}";

    private static string Word(Access access) => access switch
    {
        _ when (access & (Access.Write | Access.Read)) != Access.None => "",
        _ when (access & Access.Run) != Access.None => " run",
        _ => " looked at",
    };

    private static string Count(long count, string one, string? many = null) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
