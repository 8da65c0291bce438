using System.Text;
using ManifestLinker.Runtime.World.Phases;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>
/// The phases as a build file of ninja's. A phase depends on the file of its inputs, in which the keys of the phases before are, and waits for their
/// stamps: so what was made again and came out of the same inputs makes nothing else run.
/// </summary>
internal static class NinjaFile
{
    private const string Head = """
        # Made by mlc world, which makes it again; what is changed here is lost.
        ninja_required_version = 1.5


        """;

    /// <summary>The text for <paramref name="phases"/>; <paramref name="program"/> is how mlc is started.</summary>
    /// <exception cref="IOException">mlc lies where ninja cannot name it.</exception>
    public static string Of(IEnumerable<Phase> phases, IReadOnlyList<string> program)
    {
        var text = new StringBuilder(Head);
        text.Append("rule phase\n  command = exec ").AppendJoin(' ', program.Select(Quoted)).Append(" world --run-phase $phase\n  description = $phase\n  restat = 1\n");
        foreach (Phase phase in phases)
        {
            text.Append($"\nbuild {phase.Name}.stamp: phase {phase.Name}.inputs");
            if (phase.After.Count > 0) text.Append(" || ").AppendJoin(' ', phase.After.Select(needed => $"{needed}.stamp"));
            text.Append($"\n  phase = {phase.Name}\n");
        }
        return text.ToString();
    }

    // First for the shell, then for ninja, which knows one special character in values, and no way to write a line feed.
    private static string Quoted(string word) => word.Contains('\n', StringComparison.Ordinal)
        ? throw new IOException("mlc lies in a directory with a line feed in its name, which ninja cannot start it from")
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'".Replace("$", "$$", StringComparison.Ordinal);
}
