namespace ManifestLinker.Runtime.Sessions;

/// <summary>Turns what stopped a run into one clear message and the exit status.</summary>
internal static class Failure
{
    private const string ReportPlace = "the project's issue tracker";

    /// <summary>Writes what <paramref name="exception"/> means to standard error, and gives the exit status.</summary>
    public static int Report(Exception exception, Session session, bool verbose)
    {
        switch (exception)
        {
            case AggregateException { InnerExceptions: [var inner] }:
                return Report(inner, session, verbose);
            case OperationCanceledException:
                session.Error.WriteLine("mlc: interrupted; nothing was changed");
                return ExitCode.Interrupted;
            case UsageException usage:
                session.Error.WriteLine($"mlc: {usage.Message}");
                session.Error.WriteLine($"  help: {usage.Help}");
                return ExitCode.Usage;
            case UnauthorizedAccessException or InvalidDataException or IOException:
                session.Error.WriteLine($"mlc: {HostMessage.Of(exception, session.WorkingDirectory)}");
                return ExitCode.Failed;
            default:
                session.Error.WriteLine(
                    $"mlc: internal error ({exception.GetType().Name}); this is a bug: please report it to {ReportPlace}, with the output of the same command with -v");
                if (verbose) session.Error.WriteLine(exception);
                return ExitCode.Failed;
        }
    }
}
