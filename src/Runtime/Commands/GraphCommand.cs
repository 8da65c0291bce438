using System.CommandLine;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Questions;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc graph</c>: who needs whom, as a graph.</summary>
internal sealed class GraphCommand() : CommandBase(
    "graph",
    "Write which files need which others as a graph: of the whole platform, or of what some files need or are needed by.",
    "mlc graph --dot --from usr/sbin/zpool --image output/platform-latest | dot -Tsvg > zpool.svg")
{
    private readonly PlatformOptions platform = new();
    private readonly Option<bool> dot = new("--dot") { Description = "In the language of Graphviz; this is what is written where nothing else is asked for." };
    private readonly Option<bool> json = new("--json") { Description = "As JSON, with the tries of what was not found." };
    private readonly Option<string[]> from = ProjectOptionsOf("--from", "What PATH needs, and what that needs; may be given again.");
    private readonly Option<string[]> to = ProjectOptionsOf("--to", "Who needs PATH, and who needs those; may be given again.");

    protected override void AddTo(Command command)
    {
        platform.AddTo(command);
        command.Add(dot);
        command.Add(json);
        command.Add(from);
        command.Add(to);
    }

    protected override int Run(ParseResult options)
    {
        if (options.GetValue(dot) && options.GetValue(json)) throw new UsageException("--dot and --json exclude each other", "ask for one of them");
        PassReporter reporter = Reporter(options);
        AskedPlatform asked = platform.Read(options, Invocation, Global, reporter);
        IReadOnlyList<AuditedFile> files = reporter.Pass("find what is needed", 0, _ => Shown(options, asked));
        if (options.GetValue(json))
        {
            JsonOutput.Write(Invocation.Output, writer => writer.WriteObject(null, () =>
            {
                writer.WriteString("schema", "mlc.graph/1");
                EdgeJson.Write(writer, "edges", files.SelectMany(asked.Graph.From));
            }));
        }
        else Write(GraphDot.Of(asked.Graph, files));
        if (options.GetValue(Global.Time)) reporter.WriteTable();
        return ExitCode.Done;
    }

    // In the order of the paths, whatever was asked for.
    private IReadOnlyList<AuditedFile> Shown(ParseResult options, AskedPlatform asked)
    {
        string[] starts = options.GetValue(from)!, ends = options.GetValue(to)!;
        if (starts.Length == 0 && ends.Length == 0) return asked.Image.Files;
        IEnumerable<AuditedFile> reached = asked.Graph.ReachedFrom([.. starts.Select(name => QuestionCommand.FileOf(asked, name))]);
        IEnumerable<AuditedFile> reaching = ends.Select(name => QuestionCommand.FileOf(asked, name)).SelectMany(file => asked.Graph.AllUsersOf(file).Select(user => user.File));
        var shown = new HashSet<AuditedFile>(reached.Concat(reaching), ReferenceEqualityComparer.Instance);
        return [.. asked.Image.Files.Where(shown.Contains)];
    }

    private static Option<string[]> ProjectOptionsOf(string name, string description) => Project.ProjectOptions.Repeated(name, "PATH", description);
}
