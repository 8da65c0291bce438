namespace ManifestLinker.Runtime.World.Trace;

/// <summary>
/// The directory that a thread works in. It may not be known yet: a program that was started with vfork(2) is told of before the call that started it.
/// What asks for it is then answered when it is known, and never where the trace does not tell.
/// </summary>
internal sealed class WorkingDirectory
{
    /// <summary>The longest path: PATH_MAX of Linux. Only a damaged trace has longer ones.</summary>
    public const int LongestPath = 4096;

    // No program goes far before the call that started it is over.
    private const int MostSteps = 64;

    private List<Action<string>>? waiting;
    private int steps;

    /// <summary>The full path; null as long as it is not known.</summary>
    public string? Path { get; private set; }

    /// <summary>One that is known.</summary>
    public static WorkingDirectory At(string path) => new() { Path = path };

    /// <summary>What one gets to that goes from here to <paramref name="path"/>.</summary>
    public WorkingDirectory To(string path)
    {
        if (path.StartsWith('/')) return At(path);
        var there = new WorkingDirectory();
        there.Follow(this, path);
        return there;
    }

    /// <summary>Makes this, which is not known yet, what one gets to that goes from <paramref name="other"/> to <paramref name="path"/>.</summary>
    public void Follow(WorkingDirectory other, string path)
    {
        if (other == this) return;
        steps = other.Path is null ? other.steps + 1 : 0;
        if (steps > MostSteps) return;
        other.Tell(here =>
        {
            if (Join(here, path) is { Length: <= LongestPath } joined) Settle(joined);
        });
    }

    /// <summary>Calls <paramref name="told"/> with the path, now or when it is known.</summary>
    public void Tell(Action<string> told)
    {
        if (Path is { } known) told(known);
        else (waiting ??= []).Add(told);
    }

    /// <summary>Makes <paramref name="path"/> known; what is known stays.</summary>
    public void Settle(string path)
    {
        if (Path is not null) return;
        Path = path;
        List<Action<string>> asking = waiting ?? [];
        waiting = null;
        foreach (Action<string> told in asking) told(path);
    }

    /// <summary>The path <paramref name="path"/> as seen from <paramref name="directory"/>; <c>..</c> stays, for what it means is a question of links.</summary>
    public static string Join(string directory, string path) => path.StartsWith('/') ? path : path.Length == 0 ? directory : $"{directory.TrimEnd('/')}/{path}";
}
