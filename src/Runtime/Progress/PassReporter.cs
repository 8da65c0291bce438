using System.Globalization;
using ManifestLinker.Linker;

namespace ManifestLinker.Runtime.Progress;

/// <summary>
/// Shows which pass runs and how far it is. On a terminal one line that is rewritten; in plain form a line for each pass when it
/// is done, and one in between for every two seconds. Keeps the times for the table.
/// </summary>
internal sealed class PassReporter(TextWriter output, TimeProvider clock, PassReporter.Style style) : IPassObserver
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);
    private readonly List<(string Name, TimeSpan Time)> passes = [];

    /// <summary>How progress is shown.</summary>
    public enum Style
    {
        /// <summary>Not at all.</summary>
        None,

        /// <summary>Line after line.</summary>
        Plain,

        /// <summary>One line that is rewritten.</summary>
        Live,
    }

    /// <inheritdoc/>
    public T Pass<T>(string name, long bytes, Func<Action<long>, T> work)
    {
        long start = clock.GetTimestamp();
        long done = 0;
        long shown = start;
        TimeSpan interval = style == Style.Live ? Redraw : Tick;
        if (style == Style.Live) output.Write($"\r\u001b[K{name}");
        T result = work(advanced =>
        {
            long now = Interlocked.Add(ref done, advanced);
            long last = Interlocked.Read(ref shown);
            if (style == Style.None || bytes == 0 || clock.GetElapsedTime(last) < interval) return;
            // Of several threads that come here at once, one shows.
            if (Interlocked.CompareExchange(ref shown, clock.GetTimestamp(), last) == last) Show(name, now, bytes);
        });
        TimeSpan time = clock.GetElapsedTime(start);
        passes.Add((name, time));
        if (style == Style.Plain) output.WriteLine($"{name}: {Seconds(time)}");
        if (style == Style.Live) output.Write("\r\u001b[K");
        return result;
    }

    /// <summary>Writes the table of passes and their times.</summary>
    public void WriteTable()
    {
        int width = passes.Max(pass => pass.Name.Length);
        foreach ((string name, TimeSpan time) in passes) output.WriteLine($"{name.PadRight(width)}  {Seconds(time),8}");
        output.WriteLine($"{"all passes".PadRight(width)}  {Seconds(passes.Aggregate(TimeSpan.Zero, (sum, pass) => sum + pass.Time)),8}");
    }

    private void Show(string name, long done, long bytes)
    {
        string line = $"{name}: {Math.Min(100, done * 100 / bytes)} %";
        if (style == Style.Live) output.Write($"\r\u001b[K{line}");
        else output.WriteLine(line);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";
}
