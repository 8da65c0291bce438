using System.Text;
using ManifestLinker.Runtime.World.Phases;

namespace ManifestLinker.Runtime.World.Show;

/// <summary>Phases and what they need, in the language of Graphviz: a box for each phase, an arrow to each phase it needs.</summary>
internal static class PhaseDot
{
    /// <summary>The graph of <paramref name="phases"/>.</summary>
    public static string Of(IReadOnlyList<Phase> phases)
    {
        // No name of a phase has a character that would need an escape.
        var text = new StringBuilder("digraph world {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n");
        foreach (Phase phase in phases) text.Append($"  \"{phase.Name}\" [shape=box];\n");
        foreach (Phase phase in phases)
        {
            foreach (string needed in phase.After) text.Append($"  \"{phase.Name}\" -> \"{needed}\";\n");
        }
        return text.Append("}\n").ToString();
    }
}
