using System.CommandLine;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Questions;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Questions;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc needs</c>: what an object needs.</summary>
internal sealed class NeedsCommand() : QuestionCommand(
    "needs",
    "Show what a program, a library, a kernel module or a script needs, and what that needs in turn, as the run-time linker and the kernel would find it.",
    "mlc needs usr/bin/ls --image output/platform-latest")
{
    private readonly Option<bool> direct = new("--direct") { Description = "Only what it names itself." };

    protected override void AddTo(Command command)
    {
        base.AddTo(command);
        command.Add(direct);
    }

    protected override int Answer(ParseResult options, AskedPlatform asked, string name, bool isJson)
    {
        AuditedFile file = FileOf(asked, name);
        if (!isJson)
        {
            Write(new NeedsText(asked.Graph, options.GetValue(direct)).Of(file));
            return ExitCode.Done;
        }
        IEnumerable<AuditedFile> files = options.GetValue(direct) ? [file] : asked.Graph.ReachedFrom([file]);
        JsonOutput.Write(Invocation.Output, json => json.WriteObject(null, () =>
        {
            json.WriteString("schema", "mlc.needs/1");
            json.WriteString("path", JsonText.Of(file.Path.Text));
            EdgeJson.Write(json, "edges", files.SelectMany(asked.Graph.From));
        }));
        return ExitCode.Done;
    }
}
