using CsCheck;
using ManifestLinker.Linker.Pipeline;

namespace ManifestLinker.Linker.Tests.Pipeline;

public class OrderedPipelineTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_items_whatever_the_threads() =>
        Gen.Select(Gen.Int[0, 3].Array[0, 60], Gen.Int[1, 7], Gen.Int[0, 9]).Sample(
            (pauses, jobs, window) =>
            {
                var results = new List<int>();
                OrderedPipeline.Run(
                    Enumerable.Range(0, pauses.Length),
                    (item, _) =>
                    {
                        if (pauses[item] == 3) Thread.Yield();
                        else Thread.SpinWait(pauses[item] * 500);
                        return item;
                    },
                    results.Add,
                    jobs,
                    CancellationToken.None,
                    window);
                results.Should().Equal(Enumerable.Range(0, pauses.Length));
            },
            iter: 60);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_first_failure_in_order_is_the_one_that_surfaces(int jobs)
    {
        var results = new List<int>();
        Action run = () => OrderedPipeline.Run(
            Enumerable.Range(0, 100),
            (item, _) => item is 5 or 6 or 7 ? throw new InvalidDataException($"item {item}") : item,
            results.Add,
            jobs,
            CancellationToken.None);
        run.Should().Throw<InvalidDataException>().WithMessage("item 5");
        results.Should().Equal(0, 1, 2, 3, 4);
    }

    [Fact]
    public void At_most_the_window_is_under_way()
    {
        int underWay = 0;
        int most = 0;
        OrderedPipeline.Run(
            Enumerable.Range(0, 200).Select(item =>
            {
                most = Math.Max(most, Interlocked.Increment(ref underWay));
                return item;
            }),
            (item, _) => item,
            _ => Interlocked.Decrement(ref underWay),
            jobs: 3,
            CancellationToken.None,
            window: 5);
        most.Should().BeInRange(1, 6);
    }

    [Fact]
    public void No_more_maps_run_at_once_than_jobs()
    {
        int running = 0;
        int most = 0;
        var gate = new Lock();
        OrderedPipeline.Run(
            Enumerable.Range(0, 60),
            (item, _) =>
            {
                lock (gate) most = Math.Max(most, ++running);
                Thread.Sleep(1);
                lock (gate) running--;
                return item;
            },
            _ => { },
            jobs: 3,
            CancellationToken.None);
        most.Should().BeInRange(2, 3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Cancelling_stops_maps_that_look_at_their_token(int jobs)
    {
        using var cancel = new CancellationTokenSource();
        Action run = () => OrderedPipeline.Run(
            Enumerable.Range(0, int.MaxValue),
            (item, stop) =>
            {
                if (item == 10) cancel.Cancel();
                if (item > 10) stop.WaitHandle.WaitOne();
                return item;
            },
            _ => { },
            jobs,
            cancel.Token);
        run.Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void A_failed_pipeline_takes_nothing_more()
    {
        using var pipeline = new OrderedPipeline<int, int>((item, _) => 1 / item, _ => { }, jobs: 1, window: 0, CancellationToken.None);
        pipeline.Invoking(p => p.Add(0)).Should().Throw<DivideByZeroException>();
        pipeline.Invoking(p => p.Complete()).Should().Throw<InvalidOperationException>();
    }
}
