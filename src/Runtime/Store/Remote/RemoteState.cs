namespace ManifestLinker.Runtime.Store.Remote;

/// <summary>Whether a remote cache still answers. What fails again and again is not asked any more in this run, and the user is told once.</summary>
internal sealed class RemoteState(Action<string> warn)
{
    private const int MostFailures = 3;

    private readonly Lock oneAtATime = new();
    private int failures;
    private bool hasWarned;

    /// <summary>Whether it is worth asking.</summary>
    public bool IsInUse
    {
        get
        {
            lock (oneAtATime) return failures < MostFailures;
        }
    }

    /// <summary>It has answered.</summary>
    public void Succeeded()
    {
        lock (oneAtATime)
        {
            if (failures < MostFailures) failures = 0;
        }
    }

    /// <summary>It has not, because of <paramref name="why"/>.</summary>
    public void Failed(string why)
    {
        lock (oneAtATime)
        {
            failures++;
            if (hasWarned) return;
            hasWarned = true;
        }
        warn(why);
    }
}
