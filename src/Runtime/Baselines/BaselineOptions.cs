using System.CommandLine;
using System.IO.Abstractions;
using ManifestLinker.Compiler.Baselines;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Baselines;

/// <summary>The options that say which baseline is used: the one given, else the workspace's, else none.</summary>
internal sealed class BaselineOptions
{
    private readonly Option<string?> file = ProjectOptions.Single("--baseline", "FILE", "Hide what this baseline lists; mlc baseline writes one.");

    private readonly Option<bool> none = new("--no-baseline") { Description = "Hide nothing, whatever the workspace says." };

    public void AddTo(Command command)
    {
        command.Add(file);
        command.Add(none);
    }

    /// <summary>The baseline that the options name, or else <paramref name="workspaceFile"/>, the workspace's; null for none.</summary>
    public Baseline? Read(ParseResult options, IFileSystem files, string? workspaceFile)
    {
        if (options.GetValue(none)) return null;
        string? path = options.GetValue(file) ?? workspaceFile;
        return path is null ? null : Read(files, path);
    }

    /// <summary>The baseline in the file <paramref name="path"/>.</summary>
    public static Baseline Read(IFileSystem files, string path)
    {
        if (!files.File.Exists(path)) throw new UsageException($"{path}: there is no such baseline", "mlc baseline writes it");
        return BaselineFile.Read(path, FileBytes.Of(files, path).ToArray());
    }
}
