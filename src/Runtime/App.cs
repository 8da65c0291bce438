using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Commands;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime;

/// <summary>The program: from words on the command line to the exit status.</summary>
internal sealed class App(Invocation invocation)
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
            RefuseUnknownOptions(options, words);
            // Who asks how a command is called need not call it rightly.
            if (options.Errors.Count > 0 && (options.Action is not HelpWithExample || options.UnmatchedTokens.Count > 0)) throw Misuse(options);
            if (options.GetValue(global.Directory) is { } directory) Enter(directory);
            int status = options.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            invocation.Output.Flush();
            return status;
        }
        catch (ConfigurationException wrong)
        {
            using var text = new MemoryStream();
            new ProblemRenderer(Palette.Plain).Render(invocation.WorkingDirectory, wrong.Problems, text);
            invocation.Error.Write(System.Text.Encoding.UTF8.GetString(text.ToArray()));
            return ExitCode.Usage;
        }
        catch (Exception exception)
        {
            return Failure.Report(exception, invocation, verbose);
        }
    }

    private void Enter(string directory)
    {
        if (!invocation.Host.Files.Directory.Exists(directory))
            throw new UsageException($"-C {directory}: there is no such directory", "name the directory to run in");
        invocation.Host.Files.Directory.SetCurrentDirectory(directory);
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    // A command that takes any number of files would take a mistyped option as one more; behind "--" it may.
    private static void RefuseUnknownOptions(ParseResult options, string[] words)
    {
        if (words.Contains("--", StringComparer.Ordinal)) return;
        Token? odd = options.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens)
            .FirstOrDefault(token => token.Value.Length > 1 && token.Value.StartsWith('-'));
        if (odd is null) return;
        Command command = options.CommandResult.Command;
        IEnumerable<string> known = command.Options.Concat(options.RootCommandResult.Command.Options).Select(option => option.Name);
        string? near = NearNames.Nearest(odd.Value, known);
        throw new UsageException(
            $"{NameOf(options.CommandResult)} has no option '{odd.Value}'",
            near is null ? $"mlc help {NameOf(options.CommandResult)} shows the options" : $"did you mean {near}?");
    }

    // "import ips" for a command within another.
    private static string NameOf(CommandResult result) =>
        result.Parent is CommandResult { Command: not RootCommand } group ? $"{NameOf(group)} {result.Command.Name}" : result.Command.Name;

    private static UsageException Misuse(ParseResult options)
    {
        Command command = options.CommandResult.Command;
        if (command.Subcommands.Count > 0 && options.UnmatchedTokens is [{ } word, ..] && !word.StartsWith('-'))
        {
            string? near = NearNames.Nearest(word, command.Subcommands.Select(known => known.Name));
            string group = command is RootCommand ? "" : NameOf(options.CommandResult) + " ";
            return new UsageException($"there is no command '{group}{word}'", near is null ? $"mlc {group}--help lists the commands" : $"did you mean mlc {group}{near}?");
        }
        string about = command is RootCommand ? "--help lists the commands" : $"help {NameOf(options.CommandResult)} shows how it is called";
        return new UsageException(string.Join("; ", options.Errors.Select(error => OneLine(error.Message))), $"mlc {about}");
    }

    private RootCommand BuildRoot()
    {
        var root = new RootCommand("Compiles the manifests of SmartOS and illumos platforms, and links the images.");
        global.AddTo(root);
        CommandBase[] commands =
        [
            new CheckCommand(), new BaselineCommand(), new FmtCommand(), new ExplainCommand(), new ConfigCommand(),
            new WorldCommand(), new MergeCommand(), new AuditCommand(), new LinkCommand(),
            new StageCommand(), new BootCommand(), new TestsCommand(), new InitCommand(),
            new IsoCommand(), new UsbCommand(), new ImagesCommand(),
            new LsCommand(), new CatCommand(), new ExtractCommand(), new VerifyCommand(), new DiffCommand(),
            new WhyCommand(), new NeedsCommand(), new RdepsCommand(), new GraphCommand(),
            new CacheCommand(), new ScanCommand(), new ImportCommand(), new ImportExceptionsCommand(),
        ];
        var examples = new Dictionary<Command, string> { [root] = "mlc check manifest.d && mlc link -m manifest.d -o output proto" };
        foreach (CommandBase command in commands) root.Add(command.Build(invocation, global, examples));
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        if (help.Action is HelpAction plain) help.Action = new HelpWithExample(plain, examples);
        return root;
    }
}
