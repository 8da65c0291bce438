using System.CommandLine;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Questions;
using ManifestLinker.Linker.Open;
using ManifestLinker.Runtime.Commands;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Questions;

/// <summary>The options and arguments of the commands that answer a question about a platform: which one it is about.</summary>
internal sealed class PlatformOptions
{
    private readonly Argument<string[]> search = new("SEARCH_DIR")
    {
        Description = "With -m, where objects are looked up.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> manifests = ProjectOptions.Repeated("-m", "MANIFEST", "A manifest, or a directory of them; may be given again. Without any, the workspace.", "--manifest");
    private readonly Option<string?> image = ProjectOptions.Single("--image", "IMAGE", "Ask about what was delivered: a platform directory or .tgz, a boot archive, an ISO, an unpacked tree.");

    private readonly CacheOptions cache = new();

    /// <summary>The options about variables and accounts.</summary>
    public ProjectOptions Project { get; } = new();

    /// <summary>Adds them to <paramref name="command"/>, the search directories behind whatever arguments it has.</summary>
    public void AddTo(Command command)
    {
        command.Add(search);
        command.Add(manifests);
        command.Add(image);
        cache.AddTo(command);
        Project.AddInputsTo(command);
    }

    /// <summary>Reads the platform.</summary>
    public AskedPlatform Read(ParseResult options, Invocation invocation, GlobalOptions global, PassReporter reporter)
    {
        var reader = new ProjectReader(invocation, options, global, Project);
        if (options.GetValue(image) is { } path)
        {
            if (options.GetValue(manifests)!.Length > 0) throw new UsageException("both --image and -m are given", "ask about what was delivered, or about the manifests");
            DeliveredRuling ruling = reader.ReadDeliveredRuling();
            return reporter.Pass("read the image", 0, _ => Delivered(path, ruling, invocation, Settings(ruling.Workspace)));
        }
        LinkProject read = reader.Read(options.GetValue(manifests)!, options.GetValue(search)!);
        if (read.Search is null)
            throw new UsageException("no search directories are known", "name them last, or under [search] in mlc.toml; or ask about an image with --image");
        return reporter.Pass("compile", 0, _ =>
        {
            AuditSettings settings = Settings(read.Workspace);
            Compilation compilation = read.Compile(reader, invocation, Winner.Last, resolve: true, settings);
            settings.Cache?.Save();
            return new AskedPlatform(new PlatformGraph(compilation.Image!), read, compilation, null);
        });

        AuditSettings Settings(WorkspaceFile? workspace) =>
            new(global.JobsOf(options), invocation.Cancel, Judges: false, cache.Open(options, workspace, invocation));
    }

    private static AskedPlatform Delivered(string path, DeliveredRuling ruling, Invocation invocation, AuditSettings settings)
    {
        OpenedImage opened = ImageArguments.Opener(invocation, raw: false).Open(path, invocation.Cancel);
        var input = new AuditInput { Tree = opened.Tree, Profile = ruling.Profile, Accounts = TreeAccounts.Of(opened.Tree, ruling.Accounts) };
        AuditedImage image = ImageScan.Read(input, settings);
        settings.Cache?.Save();
        return new AskedPlatform(new PlatformGraph(image), null, null, opened);
    }
}
