using System.Text;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Questions;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Questions;

/// <summary>Files and who names whom, in the language of Graphviz: a node for each file, an arrow for each name, red where nothing is found.</summary>
internal static class GraphDot
{
    /// <summary>The graph of <paramref name="files"/>; those that name nothing and are named by nobody among them are left out.</summary>
    public static string Of(PlatformGraph graph, IReadOnlyList<AuditedFile> files)
    {
        Edge[] edges = [.. files.SelectMany(graph.From)];
        var nodes = new SortedSet<string>(StringComparer.Ordinal);
        var lacking = new SortedSet<string>(StringComparer.Ordinal);
        var shapes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Edge edge in edges)
        {
            Add(edge.From);
            if (edge.To is { } found) Add(found);
            else lacking.Add(edge.Text);
        }
        var text = new StringBuilder("digraph platform {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n");
        foreach (string node in nodes) text.Append("  ").Append(Quoted(node)).Append(" [shape=").Append(shapes[node]).Append("];\n");
        // What is not found has no path: two files may want it by the same name.
        foreach (string name in lacking)
            text.Append("  ").Append(Quoted(Missing(name))).Append(" [label=").Append(Quoted(name)).Append(", shape=plaintext, fontcolor=red];\n");
        foreach (Edge edge in edges)
        {
            string to = edge.To is { } found ? found.Path.Text : Missing(edge.Text);
            text.Append("  ").Append(Quoted(edge.From.Path.Text)).Append(" -> ").Append(Quoted(to)).Append(Style(edge)).Append(";\n");
        }
        return text.Append("}\n").ToString();

        void Add(AuditedFile file)
        {
            if (nodes.Add(file.Path.Text)) shapes[file.Path.Text] = Shape(file);
        }
    }

    private static string Missing(string name) => "missing: " + name;

    private static string Shape(AuditedFile file) => file switch
    {
        { Shebang: not null } => "note",
        { Elf: { IsProgram: true } } => "box",
        { Elf: not null } => "ellipse",
        _ => "plain",
    };

    private static string Style(Edge edge)
    {
        string style = edge.Kind switch
        {
            EdgeKind.Needed or EdgeKind.Module => "solid",
            EdgeKind.Filter => "dashed",
            _ => "dotted",
        };
        return edge.To is null ? $" [style={style}, color=red]" : edge.Kind == EdgeKind.Needed ? "" : $" [style={style}]";
    }

    private static string Quoted(string name) =>
        $"\"{VisibleText.Of(name).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
