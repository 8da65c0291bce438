using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.World.Plan;
using ManifestLinker.Runtime.World.Run;

namespace ManifestLinker.Runtime.World.Show;

/// <summary>
/// Shows which phases run: on a terminal a line for each, with its time and the last line of its log; in plain form a line when one begins, when it
/// ends, and every ten seconds in between.
/// </summary>
internal sealed class WorldProgress(Invocation invocation, PassReporter.Style style)
{
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Remind = TimeSpan.FromSeconds(10);
    private const int Width = 79;

    private readonly Lock oneAtATime = new();
    private readonly Dictionary<string, DateTimeOffset> reminded = new(StringComparer.Ordinal);
    private readonly HashSet<string> ended = new(StringComparer.Ordinal);
    private int drawn;

    /// <summary>Shows how <paramref name="planned"/> go in <paramref name="run"/>, until what it gives is disposed of.</summary>
    public IDisposable Start(IReadOnlyList<PlannedPhase> planned, WorldFolder folder, RunIdentity run)
    {
        if (style == PassReporter.Style.None) return new Showing(null, () => { });
        void Look() => Show([.. planned
            .Select(phase => PhaseState.Read(invocation.Host.Files, folder.State(phase.Phase.Name)))
            .OfType<PhaseState>().Where(state => state.Run == run.Name).OrderBy(state => state.Started)], folder);
        ITimer timer = invocation.Clock.CreateTimer(_ => Look(), null, Redraw, Redraw);
        return new Showing(timer, () =>
        {
            Look();
            lock (oneAtATime) Clear();
        });
    }

    /// <summary>Shows <paramref name="states"/>, in the order they began.</summary>
    public void Show(IReadOnlyList<PhaseState> states, WorldFolder folder)
    {
        lock (oneAtATime)
        {
            Clear();
            foreach (PhaseState state in states) Tell(state, folder);
            if (style != PassReporter.Style.Live) return;
            foreach (PhaseState state in states.Where(state => state.Status == PhaseStatus.Running)) Draw(state, folder);
        }
    }

    private void Tell(PhaseState state, WorldFolder folder)
    {
        DateTimeOffset now = invocation.Clock.GetUtcNow();
        bool isPlain = style == PassReporter.Style.Plain;
        if (reminded.TryAdd(state.Phase, state.Started) && isPlain) invocation.Error.WriteLine($"{state.Phase}: started");
        if (state.Time is { } time)
        {
            if (ended.Add(state.Phase)) invocation.Error.WriteLine($"{state.Phase}: {Word(state.Status)} {Duration.Of(time)}{(state.Note is { } note ? $": {note}" : "")}");
        }
        else if (isPlain && now - reminded[state.Phase] >= Remind)
        {
            reminded[state.Phase] = now;
            invocation.Error.WriteLine($"{state.Phase}: still running, {Duration.SoFar(now - state.Started)}{LastLine(state, folder)}");
        }
    }

    private void Draw(PhaseState state, WorldFolder folder)
    {
        string line = $"{state.Phase} {Duration.SoFar(invocation.Clock.GetUtcNow() - state.Started)}{LastLine(state, folder)}";
        invocation.Error.Write($"{(line.Length > Width ? line[..Width] : line)}\n");
        drawn++;
    }

    private string LastLine(PhaseState state, WorldFolder folder) => LogTail.Of(invocation.Host.Files, folder.Log(state.Phase), 1) is [var last] ? $": {last}" : "";

    // ECMA-48: up so many lines, and nothing from there to the end of the screen.
    private void Clear()
    {
        if (drawn > 0) invocation.Error.Write($"\e[{drawn}A\e[J");
        drawn = 0;
    }

    private static string Word(PhaseStatus status) => status switch
    {
        PhaseStatus.Ran => "done in",
        PhaseStatus.Restored => "restored from the store in",
        PhaseStatus.Failed => "failed after",
        _ => "interrupted after",
    };

    private sealed class Showing(ITimer? timer, Action last) : IDisposable
    {
        public void Dispose()
        {
            timer?.Dispose();
            last();
        }
    }
}
