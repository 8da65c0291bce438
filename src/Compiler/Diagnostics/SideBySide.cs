namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>Looks for faults with several pairs of eyes: passes that know nothing of each other run at the same time.</summary>
internal static class SideBySide
{
    // Below, starting a thread costs more than it saves.
    private const int WorthAThread = 2000;

    /// <summary>
    /// What <paramref name="passes"/> give, in their order, whichever is done first. <paramref name="size"/> is the number of
    /// things each looks at.
    /// </summary>
    public static T[] Run<T>(IReadOnlyList<Func<T>> passes, int size)
    {
        var given = new T[passes.Count];
        if (size < WorthAThread)
        {
            for (int i = 0; i < given.Length; i++) given[i] = passes[i]();
        }
        else
        {
            Parallel.For(0, given.Length, i => given[i] = passes[i]());
        }
        return given;
    }
}
