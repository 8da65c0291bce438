using System.Globalization;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.World.Plan;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>
/// What a phase makes, in the store: under the key of the phase a folder with its log and a list of what kind each output is, and under a key made from
/// it and the number of the output, each output. A directory is kept where it lies; a file in a folder of its own. The folder with the list is kept last
/// and asked for first, so that a phase is there as a whole or counts as missing.
/// </summary>
internal sealed class StoredOutputs(IActionStore store, IHost host, WorldFolder folder, PhaseJob job)
{
    private const string ListName = "outputs";
    private const string LogName = "log";
    private const string OnlyFile = "file";
    private const string DirectoryWord = "directory";
    private const string FileWord = "file";

    /// <summary>Puts what the phase made under <paramref name="key"/> in its place; false where the store does not have all of it.</summary>
    public bool Restore(ActionKey key, CancellationToken cancel)
    {
        string list = Stage(ListName);
        if (!store.Restore(key, list, cancel) || !host.Files.File.Exists($"{list}/{ListName}")) return false;
        string[] kinds = EscapedUtf8.Decode(host.Files.File.ReadAllBytes($"{list}/{ListName}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (kinds.Length != job.Outputs.Count) return false;
        for (int index = 0; index < kinds.Length; index++)
        {
            if (!Restore(KeyOf(key, index), job.Outputs[index], kinds[index] == DirectoryWord, cancel)) return false;
        }
        if (host.Files.File.Exists($"{list}/{LogName}")) host.Files.File.Copy($"{list}/{LogName}", folder.Log(job.Phase), overwrite: true);
        Clear();
        return true;
    }

    /// <summary>Keeps what the phase made under <paramref name="key"/>.</summary>
    public void Keep(ActionKey key, CancellationToken cancel)
    {
        var kinds = new List<string>();
        foreach ((int index, string output) in job.Outputs.Index())
        {
            bool isDirectory = host.Status(output)?.Kind == FileKind.Directory;
            kinds.Add(isDirectory ? DirectoryWord : FileWord);
            store.Keep(KeyOf(key, index), isDirectory ? output : FolderOf(output), cancel);
        }
        string list = Stage(ListName);
        host.Files.File.WriteAllText($"{list}/{ListName}", string.Concat(kinds.Select(kind => kind + "\n")));
        if (host.Files.File.Exists(folder.Log(job.Phase))) host.Files.File.Copy(folder.Log(job.Phase), $"{list}/{LogName}");
        store.Keep(key, list, cancel);
        Clear();
    }

    private bool Restore(ActionKey key, string output, bool isDirectory, CancellationToken cancel)
    {
        host.Files.Directory.CreateDirectory(host.Files.Path.GetDirectoryName(output)!);
        if (isDirectory) return store.Restore(key, output, cancel);
        string stage = Stage(OnlyFile);
        if (!store.Restore(key, stage, cancel) || host.Status($"{stage}/{OnlyFile}") is null) return false;
        Removal.Remove(host.Files, output);
        host.Files.File.Move($"{stage}/{OnlyFile}", output);
        return true;
    }

    // Under one name, wherever it goes; the name is in the key of the phase.
    private string FolderOf(string output)
    {
        string stage = Stage(OnlyFile);
        if (host.Status(output)?.Kind == FileKind.Regular) Link($"{stage}/{OnlyFile}", output);
        else host.Files.File.CreateSymbolicLink($"{stage}/{OnlyFile}", host.LinkText(output));
        return stage;
    }

    private void Link(string path, string existing)
    {
        try
        {
            host.MakeHardLink(path, existing);
        }
        catch (IOException)
        {
            // Not every file system has them, and none has them across its edge.
            host.Files.File.Copy(existing, path);
        }
    }

    private string Stage(string name)
    {
        string stage = $"{folder.Stage(job.Phase)}/{name}";
        Removal.Remove(host.Files, stage);
        host.Files.Directory.CreateDirectory(stage);
        return stage;
    }

    private void Clear() => Removal.Remove(host.Files, folder.Stage(job.Phase));

    private static ActionKey KeyOf(ActionKey phase, int output) =>
        ActionKey.Of([("phase", phase.Hex), ("output", output.ToString(CultureInfo.InvariantCulture))]);
}
