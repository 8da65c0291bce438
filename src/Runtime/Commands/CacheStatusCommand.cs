using System.CommandLine;
using System.Globalization;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Store.Local;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc cache status</c>: how much the folder of the store holds.</summary>
internal sealed class CacheStatusCommand() : CommandBase(
    "status",
    "Show how many results and contents the folder of the store holds, and how large it is.",
    "mlc cache status --format json")
{
    private readonly CacheFolderOptions folder = new();

    protected override void AddTo(Command command) => folder.AddTo(command);

    protected override int Run(ParseResult options)
    {
        bool asJson = folder.IsJson(options);
        LocalCache cache = folder.Open(options, Invocation, Global);
        IReadOnlyList<CacheFile> files = CacheFiles.Of(cache, Invocation.Host, Invocation.Cancel);
        CacheFile[] actions = [.. files.Where(file => file.Space == CacheSpace.Actions)];
        CacheFile[] contents = [.. files.Where(file => file.Space == CacheSpace.Contents)];
        if (asJson)
        {
            JsonOutput.Write(Invocation.Output, json => json.WriteObject(null, () =>
            {
                json.WriteString("schema", "mlc.cache/1");
                json.WriteString("folder", cache.Folder);
                json.WriteNumber("results", actions.Length);
                json.WriteNumber("contents", contents.Length);
                json.WriteNumber("bytes", files.Sum(file => file.Size));
            }));
            return ExitCode.Done;
        }
        Write(string.Create(CultureInfo.InvariantCulture, $"{cache.Folder}: {actions.Length} results, {contents.Length} contents, {MiB(files)} MiB\n"));
        return ExitCode.Done;
    }

    /// <summary>The size of <paramref name="files"/> as people read it.</summary>
    public static string MiB(IEnumerable<CacheFile> files) => (files.Sum(file => file.Size) / (1024.0 * 1024)).ToString("0.0", CultureInfo.InvariantCulture);
}
