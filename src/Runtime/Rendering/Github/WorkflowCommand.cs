using System.Text;

namespace ManifestLinker.Runtime.Rendering.Github;

/// <summary>
/// A line that GitHub Actions takes from a log and obeys: <c>::error file=F,line=1,title=T::message</c> (docs.github.com, "Workflow
/// commands"). What stands in it is escaped as <c>@actions/core</c> does it, so that no text ends it or begins another.
/// </summary>
internal static class WorkflowCommand
{
    /// <summary>The line, without an end.</summary>
    public static string Of(string command, IReadOnlyList<KeyValuePair<string, string>> properties, string message)
    {
        var line = new StringBuilder("::").Append(command);
        char before = ' ';
        foreach ((string name, string value) in properties)
        {
            line.Append(before).Append(name).Append('=').Append(Property(value));
            before = ',';
        }
        return line.Append("::").Append(Data(message)).ToString();
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
