using System.Text;
using System.Text.Json;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Store;

/// <summary>Where the store is and how it is used: what the command line says, else what the workspace says, else what is built in.</summary>
internal sealed record StoreSettings
{
    /// <summary>Where the folder lies where nobody says otherwise, from that of the workspace file.</summary>
    public const string DefaultDirectory = ".mlc/store";

    /// <summary>How long a remote cache may take where nobody says otherwise, in seconds.</summary>
    public const int DefaultTimeout = 10;

    private const long BytesPerMiB = 1024 * 1024;

    /// <summary>The folder, as a full path.</summary>
    public required string Directory { get; init; }

    /// <summary>The address of the remote cache, with what proves who asks; null for none.</summary>
    public string? Remote { get; init; }

    /// <summary>Whether what is made here goes to the remote cache.</summary>
    public bool Uploads { get; init; } = true;

    /// <summary>How many seconds the remote cache may take to answer.</summary>
    public long Timeout { get; init; } = DefaultTimeout;

    /// <summary>The most bytes that the folder may have; null for any number.</summary>
    public long? MostBytes { get; init; }

    /// <summary>What <paramref name="workspace"/> says; <paramref name="full"/> makes a path a full one.</summary>
    public static StoreSettings Of(WorkspaceFile workspace, Func<string, string> full)
    {
        StoreSection section = workspace.Store;
        string beside = Path.Combine(Path.GetDirectoryName(workspace.Source.Name) ?? "", DefaultDirectory);
        return new StoreSettings
        {
            Directory = full(section.Directory is { } given ? workspace.PathOf(given).Opened : beside),
            Remote = section.Remote?.Value,
            Uploads = section.Upload?.Value ?? true,
            Timeout = section.Timeout?.Value ?? DefaultTimeout,
            MostBytes = section.MaxSize?.Value * BytesPerMiB,
        };
    }

    /// <summary>It as a text, for the variable by which mlc tells the processes it starts.</summary>
    public string ToText()
    {
        using var bytes = new MemoryStream();
        JsonOutput.Write(bytes, json => json.WriteObject(null, () =>
        {
            json.WriteString("directory", Directory);
            json.WriteString("remote", Remote);
            json.WriteBoolean("uploads", Uploads);
            json.WriteNumber("timeout", Timeout);
            if (MostBytes is { } most) json.WriteNumber("mostBytes", most);
        }));
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>What <see cref="ToText"/> made <paramref name="text"/> from.</summary>
    public static StoreSettings OfText(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement root = document.RootElement;
        return new StoreSettings
        {
            Directory = root.GetProperty("directory").GetString()!,
            Remote = root.GetProperty("remote").GetString(),
            Uploads = root.GetProperty("uploads").GetBoolean(),
            Timeout = root.GetProperty("timeout").GetInt64(),
            MostBytes = root.TryGetProperty("mostBytes", out JsonElement most) ? most.GetInt64() : null,
        };
    }
}
