using System.Text;
using ManifestLinker.Compiler.Questions;
using ManifestLinker.Compiler.RunTimeLinker;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Questions;

/// <summary>An edge of a platform's graph in words.</summary>
internal static class EdgeText
{
    /// <summary>The words for <paramref name="kind"/>, of which the first is the one that programs read.</summary>
    public static string Word(EdgeKind kind) => kind switch
    {
        EdgeKind.Needed => "needed",
        EdgeKind.Filter => "filter",
        EdgeKind.Module => "module",
        EdgeKind.Linker => "linker",
        _ => "interpreter",
    };

    /// <summary>What <paramref name="edge"/> says and where it leads: <c>libc.so.1 => lib/amd64/libc.so.1</c>.</summary>
    public static string Of(Edge edge)
    {
        string what = edge.Kind == EdgeKind.Needed ? "" : $"{Word(edge.Kind)} ";
        if (edge.To is not { } found) return $"{what}{edge.Text} => {(edge.MayBeMissing ? "not found, which may be" : "not found")}";
        string by = edge.FoundBy is { } path && !path.TrimStart('/').Equals(found.Path.Text, StringComparison.Ordinal) && !path.Equals(edge.Text, StringComparison.Ordinal)
            ? $" (by {path})"
            : "";
        return $"{what}{edge.Text} => {found.Path}{by}";
    }

    /// <summary>Where <paramref name="edge"/> was looked for in vain, a line each, behind <paramref name="indent"/>; nothing where it was found.</summary>
    public static void AddTries(StringBuilder text, Edge edge, string indent)
    {
        if (edge.To is not null) return;
        foreach (Attempt tried in edge.Attempts) text.Append(indent).Append("tried ").Append(VisibleText.Of(tried.Path)).Append(": ").Append(tried.Why).Append('\n');
    }
}
