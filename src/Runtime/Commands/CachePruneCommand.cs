using System.CommandLine;
using System.Globalization;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Store.Local;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc cache prune</c>: removes what was not used for longest.</summary>
internal sealed class CachePruneCommand() : CommandBase(
    "prune",
    "Remove from the folder of the store what was not used for longest; whoever wants it again makes it again.",
    "mlc cache prune --older-than 30")
{
    private const long BytesPerMiB = 1024 * 1024;

    private readonly Option<long?> most = new("--max-size") { HelpName = "MIB", Description = "How large the folder may be afterwards, in MiB." };
    private readonly Option<int?> days = new("--older-than") { HelpName = "DAYS", Description = "Remove what was not used for so many days." };
    private readonly CacheFolderOptions folder = new();

    protected override void AddTo(Command command)
    {
        command.Add(most);
        command.Add(days);
        folder.AddTo(command);
    }

    protected override int Run(ParseResult options)
    {
        bool asJson = folder.IsJson(options);
        if (options.GetValue(most) is null && options.GetValue(days) is null)
            throw new UsageException("nothing is asked for", "write --max-size MIB, or --older-than DAYS, or both");
        if (options.GetValue(most) is < 0 or > long.MaxValue / BytesPerMiB || options.GetValue(days) is < 0)
            throw new UsageException("a size and a number of days are 0 or more", "mlc help cache prune");
        LocalCache cache = folder.Open(options, Invocation, Global);
        DateTimeOffset now = Invocation.Clock.GetUtcNow();
        IReadOnlyList<CacheFile> removed = CacheFiles.Prune(
            cache,
            Invocation.Host,
            options.GetValue(most) * BytesPerMiB ?? long.MaxValue,
            options.GetValue(days) is { } age ? StoreLimit.Nanoseconds(now) - (age * 86_400L * 1_000_000_000) : 0,
            StoreLimit.Nanoseconds(now),
            Invocation.Cancel);
        if (asJson)
        {
            JsonOutput.Write(Invocation.Output, json => json.WriteObject(null, () =>
            {
                json.WriteString("schema", "mlc.cache-prune/1");
                json.WriteString("folder", cache.Folder);
                json.WriteNumber("removed", removed.Count);
                json.WriteNumber("bytes", removed.Sum(file => file.Size));
            }));
            return ExitCode.Done;
        }
        Write(string.Create(CultureInfo.InvariantCulture, $"removed {removed.Count} files, {CacheStatusCommand.MiB(removed)} MiB, from {cache.Folder}\n"));
        return ExitCode.Done;
    }
}
