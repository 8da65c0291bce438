using System.Globalization;
using System.Text;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>
/// Reads what strace writes with <c>-f -o</c>, line by line: the number of the thread and what it did. A call that is interrupted by another thread's is
/// told in two parts, which are put together. Whatever is no such line is passed over and counted; no text makes it fail or remember without bounds.
/// </summary>
internal sealed class TraceLines
{
    /// <summary>The longest line that is read, in bytes: a call has four paths at most, and a byte of a path takes four characters at most.</summary>
    public const int LongestLine = 128 * 1024;

    private const int MostUnfinished = 4096;
    private const string Unfinished = "<unfinished ...>";
    private const string Resumed = " resumed>";

    private readonly Dictionary<int, string> begun = [];

    /// <summary>How many lines were not understood.</summary>
    public long Passed { get; private set; }

    /// <summary>Reads <paramref name="trace"/> to its end, and tells each call that is over to <paramref name="call"/>, and each thread that is to <paramref name="ended"/>.</summary>
    public void Read(Stream trace, Action<TracedCall> call, Action<int> ended)
    {
        var buffer = new byte[LongestLine];
        int held = 0;
        bool isSkipping = false;
        while (trace.Read(buffer, held, buffer.Length - held) is var count and > 0)
        {
            held += count;
            int start = 0;
            while (buffer.AsSpan(start, held - start).IndexOf((byte)'\n') is var length and >= 0)
            {
                if (!isSkipping) Take(Encoding.Latin1.GetString(buffer, start, length), call, ended);
                isSkipping = false;
                start += length + 1;
            }
            buffer.AsSpan(start, held - start).CopyTo(buffer);
            held -= start;
            if (held < buffer.Length) continue;
            if (!isSkipping) Passed++;
            isSkipping = true;
            held = 0;
        }
        // A line without an end is of a strace that was killed while it wrote.
        if (held > 0) Passed++;
    }

    private void Take(string line, Action<TracedCall> call, Action<int> ended)
    {
        int digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || !int.TryParse(line.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out int task))
        {
            Passed++;
            return;
        }
        string text = line[digits..].Trim(' ');
        if (text.StartsWith("+++ ", StringComparison.Ordinal))
        {
            begun.Remove(task);
            ended(task);
        }
        else if (text.EndsWith(Unfinished, StringComparison.Ordinal)) Begin(task, text[..^Unfinished.Length]);
        else if (Whole(task, text) is { } whole && Parse(task, whole) is { } parsed) call(parsed);
        else if (!text.StartsWith("--- ", StringComparison.Ordinal)) Passed++;
    }

    private void Begin(int task, string text)
    {
        if (begun.Count < MostUnfinished) begun[task] = text;
        else Passed++;
    }

    private string? Whole(int task, string text)
    {
        if (!text.StartsWith("<... ", StringComparison.Ordinal)) return text;
        int behind = text.IndexOf(Resumed, StringComparison.Ordinal);
        return behind >= 0 && begun.Remove(task, out string? first) ? first + text[(behind + Resumed.Length)..] : null;
    }

    private static TracedCall? Parse(int task, string text)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0 || text.AsSpan(0, open).ContainsAnyExcept(NameCharacters)) return null;
        (IReadOnlyList<string> arguments, int end) = ArgumentScanner.Scan(text[(open + 1)..]);
        if (end < 0) return null;
        ReadOnlySpan<char> rest = text.AsSpan(open + 1 + end + 1).TrimStart(' ');
        return rest.StartsWith("= ") ? new TracedCall(task, text[..open], arguments, rest[2..].ToString()) : null;
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");
}
