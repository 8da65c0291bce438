namespace ManifestLinker.Linker.Pipeline;

/// <summary>Runs a whole sequence through an <see cref="OrderedPipeline{TItem,TResult}"/>.</summary>
public static class OrderedPipeline
{
    /// <summary>
    /// Maps <paramref name="items"/> on <paramref name="jobs"/> threads and commits the results in the order of the items, on
    /// the calling thread. Returns, or throws, only when no map runs any more.
    /// </summary>
    /// <param name="items">Taken one by one, as the window has room.</param>
    /// <param name="map">Makes a result of an item; called from several threads at once.</param>
    /// <param name="commit">Takes the results in order.</param>
    /// <param name="jobs">The number of threads that map, at least 1.</param>
    /// <param name="cancel">Stops the run with an <see cref="OperationCanceledException"/>.</param>
    /// <param name="window">How many items may be under way; 0 stands for twice the jobs.</param>
    public static void Run<TItem, TResult>(
        IEnumerable<TItem> items,
        Func<TItem, CancellationToken, TResult> map,
        Action<TResult> commit,
        int jobs,
        CancellationToken cancel,
        int window = 0)
    {
        using var pipeline = new OrderedPipeline<TItem, TResult>(map, commit, jobs, window, cancel);
        foreach (TItem item in items) pipeline.Add(item);
        pipeline.Complete();
    }
}
