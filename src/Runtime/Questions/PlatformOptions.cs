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

    /// <summary>The options about variables and accounts.</summary>
    public ProjectOptions Project { get; } = new();

    /// <summary>Adds them to <paramref name="command"/>, the search directories behind whatever arguments it has.</summary>
    public void AddTo(Command command)
    {
        command.Add(search);
        command.Add(manifests);
        command.Add(image);
        Project.AddInputsTo(command);
    }

    /// <summary>Reads the platform.</summary>
    public AskedPlatform Read(ParseResult options, Invocation invocation, GlobalOptions global, PassReporter reporter)
    {
        var reader = new ProjectReader(invocation, options, global, Project);
        var settings = new AuditSettings(global.JobsOf(options), invocation.Cancel, Judges: false);
        if (options.GetValue(image) is { } path)
        {
            if (options.GetValue(manifests)!.Length > 0) throw new UsageException("both --image and -m are given", "ask about what was delivered, or about the manifests");
            return reporter.Pass("read the image", 0, _ => Delivered(path, reader, invocation, settings));
        }
        LinkProject read = reader.Read(options.GetValue(manifests)!, options.GetValue(search)!);
        if (read.Search is null)
            throw new UsageException("no search directories are known", "name them last, or under [search] in mlc.toml; or ask about an image with --image");
        return reporter.Pass("compile", 0, _ =>
        {
            Compilation compilation = read.Compile(reader, invocation, Winner.Last, resolve: true, settings);
            return new AskedPlatform(new PlatformGraph(compilation.Image!), read, compilation, null);
        });
    }

    private static AskedPlatform Delivered(string path, ProjectReader reader, Invocation invocation, AuditSettings settings)
    {
        DeliveredRuling ruling = reader.ReadDeliveredRuling();
        OpenedImage opened = ImageArguments.Opener(invocation, raw: false).Open(path, invocation.Cancel);
        var input = new AuditInput { Tree = opened.Tree, Profile = ruling.Profile, Accounts = TreeAccounts.Of(opened.Tree, ruling.Accounts) };
        return new AskedPlatform(new PlatformGraph(ImageScan.Read(input, settings)), null, null, opened);
    }
}
