using System.CommandLine;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Questions;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Commands;

/// <summary>A command that answers a question about one object of a platform.</summary>
internal abstract class QuestionCommand(string name, string description, string example) : CommandBase(name, description, example)
{
    private readonly PlatformOptions platform = new();

    private readonly Argument<string> path = new("PATH")
    {
        Description = "The object, by its path in the image; or by its file name or the name a library gives itself, where only one goes by that.",
    };

    private readonly Option<string> format = new("--format") { HelpName = "FORMAT", Description = "text or json.", DefaultValueFactory = _ => "text" };

    protected override void AddTo(Command command)
    {
        command.Add(path);
        platform.AddTo(command);
        format.AcceptOnlyFromAmong("text", "json");
        command.Add(format);
    }

    protected override int Run(ParseResult options)
    {
        PassReporter reporter = Reporter(options);
        AskedPlatform asked = platform.Read(options, Invocation, Global, reporter);
        int status = Answer(options, asked, options.GetValue(path)!, options.GetValue(format) == "json");
        if (options.GetValue(Global.Time)) reporter.WriteTable();
        return status;
    }

    /// <summary>Writes the answer about <paramref name="name"/>, for programs or for people, and gives the exit status.</summary>
    protected abstract int Answer(ParseResult options, AskedPlatform asked, string name, bool isJson);

    /// <summary>The one file that <paramref name="name"/> means.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="UsageException">There are several.</exception>
    internal static AuditedFile FileOf(AskedPlatform asked, string name) => asked.Graph.Find(name) switch
    {
        [var one] => one,
        [] => throw new FileNotFoundException($"'{VisibleText.Of(name)}' is no file of the image; mlc why {VisibleText.Of(name)} says more"),
        var several => throw new UsageException(
            $"{several.Count} files go by the name '{name}'", $"name one by its path: {string.Join(", ", several.Take(8).Select(file => file.Path))}"),
    };
}
