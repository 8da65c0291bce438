using System.Globalization;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>
/// Makes what strace tells into accesses to full paths. Relative paths are seen from the descriptor that the call names, whose path strace gives, or from
/// the working directory of the thread, which is followed from the first one, which works in <paramref name="directory"/>. <paramref name="real"/> gives a path without the links and <c>..</c> on the way: it is asked at once, for
/// later the way may be gone.
/// </summary>
internal sealed class TraceReader(string directory, AccessLog log, Func<string, string> real)
{
    private const int MostTasks = 1_000_000;
    private const int MostWaiting = 100_000;

    private readonly Dictionary<int, Place> tasks = [];
    private readonly TraceLines lines = new();
    private int waiting;
    private long dropped;
    private bool isBegun;

    /// <summary>How many accesses could not be told by what strace wrote, or are told by nobody: lines that are none, and paths that start nobody knows where.</summary>
    public long Unclear => lines.Passed + dropped + waiting;

    /// <summary>Reads <paramref name="trace"/> to its end.</summary>
    public void Read(Stream trace) => lines.Read(trace, Take, End);

    private void Take(TracedCall call)
    {
        if (!call.Succeeded) return;
        Place place = PlaceOf(call.Task);
        if (call.Arguments.FirstOrDefault(argument => argument.StartsWith("AT_FDCWD<", StringComparison.Ordinal)) is { } told && TracedText.OfDescriptor(told) is { } here)
            Correct(place, here);
        if (SystemCall.Begins(call.Name)) Begin(call, place);
        foreach (PathArgument argument in SystemCall.PathsOf(call.Name)) Take(call, argument, place);
        switch (call.Name)
        {
            case "chdir" when TracedText.Quoted(call.Argument(0)) is { } path:
                place.Directory = place.Directory.To(path);
                break;
            case "fchdir" when TracedText.OfDescriptor(call.Argument(0)) is { } path:
                place.Directory = WorkingDirectory.At(path);
                break;
            case "getcwd" when TracedText.Quoted(call.Argument(0)) is { } path && path.StartsWith('/'):
                Correct(place, path);
                break;
        }
    }

    private void Take(TracedCall call, PathArgument argument, Place place)
    {
        // What a descriptor stands for was told when it was opened; what opens gives the path without links.
        if (argument.Deed == Deed.Open && TracedText.OfDescriptor(call.Result) is { } opened)
        {
            TakeDown(call, argument.Deed, opened);
            return;
        }
        string? path = TracedText.Quoted(call.Argument(argument.Path));
        if (string.IsNullOrEmpty(path))
        {
            if (argument.Deed is Deed.Change or Deed.Run && TracedText.OfDescriptor(call.Argument(argument.Directory)) is { } itself) TakeDown(call, argument.Deed, itself);
        }
        else if (path[0] == '/') TakeDown(call, argument.Deed, path);
        else if (TracedText.OfDescriptor(call.Argument(argument.Directory)) is { } from) TakeDown(call, argument.Deed, WorkingDirectory.Join(from, path));
        else Await(place.Directory, here => TakeDown(call, argument.Deed, WorkingDirectory.Join(here, path)));
    }

    private void Await(WorkingDirectory from, Action<string> told)
    {
        if (from.Path is { } known)
        {
            told(known);
            return;
        }
        if (waiting == MostWaiting)
        {
            dropped++;
            return;
        }
        waiting++;
        from.Tell(path =>
        {
            waiting--;
            told(path);
        });
    }

    private void TakeDown(TracedCall call, Deed deed, string path)
    {
        if (path.Length > WorkingDirectory.LongestPath)
        {
            dropped++;
            return;
        }
        path = real(PlainPath.Of(path));
        switch (deed)
        {
            case Deed.Make:
                log.Make(path);
                break;
            case Deed.Remove:
                log.Remove(path);
                break;
            case Deed.Open when OpenFlags.Replaces(call):
                log.Make(path);
                break;
            default:
                log.Touch(path, deed switch { Deed.Open => OpenFlags.AccessOf(call), Deed.Run => Access.Run, Deed.Change => Access.Write, _ => Access.Look });
                break;
        }
    }

    private Place PlaceOf(int task)
    {
        if (tasks.TryGetValue(task, out Place? place)) return place;
        place = new Place { Directory = isBegun ? new WorkingDirectory() : WorkingDirectory.At(directory), IsAwaited = isBegun };
        place.First = place.Directory;
        isBegun = true;
        if (tasks.Count < MostTasks) tasks.Add(task, place);
        return place;
    }

    // The kernel's word counts more than what was followed, which may have led over a link.
    private static void Correct(Place place, string path)
    {
        if (place.Directory.Path is null) place.Directory.Settle(path);
        else if (place.Directory.Path != path) place.Directory = WorkingDirectory.At(path);
    }

    private void Begin(TracedCall call, Place parent)
    {
        if (!int.TryParse(call.Result.AsSpan(0, call.Result.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : call.Result.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int task)) return;
        bool isShared = call.Arguments.Any(argument => argument.Contains("CLONE_FS", StringComparison.Ordinal));
        if (tasks.TryGetValue(task, out Place? place) && place.IsAwaited)
        {
            // It was told of before: what it did until now began where its parent is.
            place.IsAwaited = false;
            if (place.First!.Path is null) place.First.Follow(parent.Directory, "");
            if (place.HasEnded) tasks.Remove(task);
            else if (isShared && place.Directory == place.First) tasks[task] = parent;
        }
        else if (isShared) tasks[task] = parent;
        else if (tasks.Count < MostTasks) tasks[task] = new Place { Directory = parent.Directory };
    }

    private void End(int task)
    {
        if (!tasks.TryGetValue(task, out Place? place)) return;
        if (place.IsAwaited) place.HasEnded = true;
        else tasks.Remove(task);
    }

    /// <summary>Where threads are that share a working directory; <see cref="First"/> is where one began that is told of before it was begun.</summary>
    private sealed class Place
    {
        public required WorkingDirectory Directory { get; set; }

        public WorkingDirectory? First { get; set; }

        public bool IsAwaited { get; set; }

        public bool HasEnded { get; set; }
    }
}
