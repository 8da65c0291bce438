namespace ManifestLinker.Runtime.Invocations;

/// <summary>Turns what stopped a run into one clear message and the exit status.</summary>
internal static class Failure
{
    private const string ReportPlace = "the project's issue tracker";

    /// <summary>Writes what <paramref name="exception"/> means to standard error, and gives the exit status.</summary>
    public static int Report(Exception exception, Invocation invocation, bool verbose)
    {
        switch (exception)
        {
            // Threads that failed side by side mostly did for one reason.
            case AggregateException { InnerExceptions: [var first, ..] }:
                return Report(first, invocation, verbose);
            case OperationCanceledException:
                invocation.Error.WriteLine("mlc: interrupted; nothing was changed");
                return ExitCode.Interrupted;
            case UsageException usage:
                invocation.Error.WriteLine($"mlc: {usage.Message}");
                invocation.Error.WriteLine($"  help: {usage.Help}");
                return ExitCode.Usage;
            case UnauthorizedAccessException or InvalidDataException or IOException:
                invocation.Error.WriteLine($"mlc: {HostMessage.Of(exception, invocation.WorkingDirectory)}");
                return ExitCode.Failed;
            default:
                invocation.Error.WriteLine(
                    $"mlc: internal error ({exception.GetType().Name}); this is a bug: please report it to {ReportPlace}, with the output of the same command with -v");
                if (verbose) invocation.Error.WriteLine(exception);
                return ExitCode.Failed;
        }
    }
}
