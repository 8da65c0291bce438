using System.Text;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Questions;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Questions;

/// <summary>What a file needs, as a tree: below each file what it names itself, and each file once.</summary>
internal sealed class NeedsText(PlatformGraph graph, bool direct)
{
    private readonly StringBuilder text = new();
    private readonly HashSet<AuditedFile> told = new(ReferenceEqualityComparer.Instance);

    /// <summary>The text for <paramref name="file"/>.</summary>
    public string Of(AuditedFile file)
    {
        text.Clear();
        told.Clear();
        text.Append(VisibleText.Of(file.Path.Text)).Append('\n');
        told.Add(file);
        // Depth first by hand: a chain of libraries may be as long as whoever made the image likes.
        var pending = new Stack<(Edge Edge, int Depth)>();
        Push(file, 1);
        while (pending.TryPop(out (Edge Edge, int Depth) at))
        {
            string indent = new(' ', 2 * at.Depth);
            bool again = at.Edge.To is { } found && !told.Add(found);
            text.Append(indent).Append(VisibleText.Of(EdgeText.Of(at.Edge))).Append(again && graph.From(at.Edge.To!).Count > 0 && !direct ? ", as above" : "").Append('\n');
            EdgeText.AddTries(text, at.Edge, indent + "  ");
            if (!again && !direct && at.Edge.To is { } next) Push(next, at.Depth + 1);
        }
        return text.ToString();

        void Push(AuditedFile from, int depth)
        {
            foreach (Edge edge in graph.From(from).Reverse()) pending.Push((edge, depth));
        }
    }
}
