using System.Collections.Concurrent;

namespace ManifestLinker.Linker.Pipeline;

/// <summary>
/// Maps items on several threads and hands the results on one at a time, in the order in which the items came, on the
/// thread that adds them. What comes out therefore never depends on the number of threads. At most a window of items is
/// under way, so memory is bounded however fast the items come.
/// </summary>
/// <remarks>
/// A failure surfaces from <see cref="Add"/> or <see cref="Complete"/> when its item is next in order: of several failing
/// items the first one is reported, whichever thread was faster. With one job everything runs on the caller's thread.
/// </remarks>
public sealed class OrderedPipeline<TItem, TResult> : IDisposable
{
    private readonly Func<TItem, CancellationToken, TResult> map;
    private readonly Action<TResult> commit;
    private readonly int window;
    private readonly CancellationTokenSource stop;
    private readonly Queue<Task<TResult>> underWay = new();
    private readonly BlockingCollection<Task<TResult>> work = [];
    private readonly Thread[] workers;
    private bool broken;

    /// <summary>Starts the threads.</summary>
    /// <param name="map">Makes a result of an item; called from several threads at once.</param>
    /// <param name="commit">Takes the results in order; called on the thread that adds.</param>
    /// <param name="jobs">The number of threads that map, at least 1.</param>
    /// <param name="window">How many items may be under way, at least <paramref name="jobs"/>; 0 stands for twice the jobs.</param>
    /// <param name="cancel">Stops adding, waiting and, where they look at their token, the maps.</param>
    public OrderedPipeline(
        Func<TItem, CancellationToken, TResult> map, Action<TResult> commit, int jobs, int window, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        this.map = map;
        this.commit = commit;
        this.window = window == 0 ? 2 * jobs : Math.Max(jobs, window);
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        workers = new Thread[jobs == 1 ? 0 : jobs];
        for (int i = 0; i < workers.Length; i++)
        {
            workers[i] = new Thread(Work) { IsBackground = true, Name = "pipeline" };
            workers[i].Start();
        }
    }

    /// <summary>
    /// Queues <paramref name="item"/>, after committing what is ready; waits where the window is full. Throws what
    /// a map or commit of this or an earlier item threw; then the pipeline is of no further use.
    /// </summary>
    public void Add(TItem item) => Guarded(() =>
    {
        if (workers.Length == 0)
        {
            commit(map(item, stop.Token));
            return;
        }
        while (underWay.Count > 0 && (underWay.Count >= window || underWay.Peek().IsCompleted)) CommitNext();
        var task = new Task<TResult>(() => map(item, stop.Token));
        underWay.Enqueue(task);
        work.Add(task);
    });

    /// <summary>Waits for all items and commits the rest. Throws as <see cref="Add"/> does.</summary>
    public void Complete() => Guarded(() =>
    {
        while (underWay.Count > 0) CommitNext();
    });

    /// <summary>Stops the threads and waits for them; what is not committed yet is dropped.</summary>
    public void Dispose()
    {
        stop.Cancel();
        work.CompleteAdding();
        foreach (Thread worker in workers) worker.Join();
        work.Dispose();
        stop.Dispose();
    }

    private void CommitNext()
    {
        Task<TResult> next = underWay.Dequeue();
        // Waiting for any of one task, unlike waiting for that task, leaves its exception to the next line, which throws it as it was.
        _ = Task.WaitAny([next], stop.Token);
        commit(next.GetAwaiter().GetResult());
    }

    private void Guarded(Action step)
    {
        if (broken) throw new InvalidOperationException("an earlier item of this pipeline has failed");
        broken = true;
        stop.Token.ThrowIfCancellationRequested();
        step();
        broken = false;
    }

    private void Work()
    {
        foreach (Task<TResult> task in work.GetConsumingEnumerable())
        {
            if (stop.IsCancellationRequested) return;
            // A failure of the map stays in the task, for the thread that commits.
            task.RunSynchronously(TaskScheduler.Default);
        }
    }
}
