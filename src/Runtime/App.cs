using System.CommandLine;
using System.CommandLine.Help;
using ManifestLinker.Runtime.Commands;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Sessions;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime;

/// <summary>The program: from words on the command line to the exit status.</summary>
internal sealed class App(Session session)
{
    private readonly GlobalOptions global = new();

    /// <summary>Runs the command that <paramref name="arguments"/> ask for.</summary>
    public int Run(string[] arguments)
    {
        // "mlc help check" is "mlc check --help".
        string[] words = arguments is ["help", .. string[] about] ? [.. about, "--help"] : arguments;
        ParseResult options = BuildRoot().Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        bool verbose = options.GetValue(global.Verbose);
        try
        {
            if (options.Errors.Count > 0)
            {
                string help = $"mlc help{CommandOf(options)} shows how it is called";
                throw new UsageException(string.Join("; ", options.Errors.Select(error => error.Message.TrimEnd('.'))), help);
            }
            if (options.GetValue(global.Directory) is { } directory) Enter(directory);
            int status = options.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            session.Output.Flush();
            return status;
        }
        catch (ConfigurationException wrong)
        {
            using var text = new MemoryStream();
            new ProblemRenderer(Palette.Plain).Render(session.WorkingDirectory, wrong.Problems, text);
            session.Error.Write(System.Text.Encoding.UTF8.GetString(text.ToArray()));
            return ExitCode.Usage;
        }
        catch (Exception exception)
        {
            return Failure.Report(exception, session, verbose);
        }
    }

    private void Enter(string directory)
    {
        if (!session.Host.Files.Directory.Exists(directory))
            throw new UsageException($"-C {directory}: there is no such directory", "name the directory to run in");
        session.Host.Files.Directory.SetCurrentDirectory(directory);
    }

    private static string CommandOf(ParseResult options) =>
        options.CommandResult.Command is RootCommand ? "" : $" {options.CommandResult.Command.Name}";

    private RootCommand BuildRoot()
    {
        var root = new RootCommand("Compiles the manifests of SmartOS and illumos platforms, and links the images.");
        global.AddTo(root);
        CommandBase[] commands =
        [
            new CheckCommand(), new ExplainCommand(), new MergeCommand(), new LinkCommand(),
            new LsCommand(), new CatCommand(), new ExtractCommand(), new VerifyCommand(),
        ];
        var examples = new Dictionary<Command, string> { [root] = "mlc check manifest.d && mlc link -m manifest.d -o output proto" };
        foreach (CommandBase command in commands)
        {
            Command built = command.Build(session, global);
            examples.Add(built, command.Example);
            root.Add(built);
        }
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        if (help.Action is HelpAction plain) help.Action = new HelpWithExample(plain, examples);
        return root;
    }
}
