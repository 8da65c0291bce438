using System.CommandLine;
using System.Globalization;
using System.Text;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Questions;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Questions;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc rdeps</c>: who needs an object.</summary>
internal sealed class RdepsCommand() : QuestionCommand(
    "rdeps",
    "Show who needs an object: the files that name it, and with --all those that need one of these.",
    "mlc rdeps libz.so.1 --all --image output/platform-latest")
{
    private readonly Option<bool> all = new("--all") { Description = "Those that need one of them, too, and so on; each with the number of steps." };

    protected override void AddTo(Command command)
    {
        base.AddTo(command);
        command.Add(all);
    }

    protected override int Answer(ParseResult options, AskedPlatform asked, string name, bool isJson)
    {
        AuditedFile file = FileOf(asked, name);
        IReadOnlyList<(AuditedFile File, int Distance)> users = options.GetValue(all)
            ? asked.Graph.AllUsersOf(file)
            : [.. asked.Graph.To(file).Select(edge => edge.From).Distinct(ReferenceEqualityComparer.Instance).Cast<AuditedFile>().Select(user => (user, 1))];
        if (isJson) WriteJson(file, users, asked.Graph);
        else Write(Text(users, options.GetValue(all)));
        return ExitCode.Done;
    }

    private static string Text(IReadOnlyList<(AuditedFile File, int Distance)> users, bool distances)
    {
        var text = new StringBuilder();
        foreach ((AuditedFile user, int distance) in users)
        {
            if (distances) text.Append(CultureInfo.InvariantCulture, $"{distance} ");
            text.Append(VisibleText.Of(user.Path.Text)).Append('\n');
        }
        return text.ToString();
    }

    private void WriteJson(AuditedFile file, IReadOnlyList<(AuditedFile File, int Distance)> users, PlatformGraph graph) =>
        JsonOutput.Write(Invocation.Output, json => json.WriteObject(null, () =>
        {
            json.WriteString("schema", "mlc.rdeps/1");
            json.WriteString("path", JsonText.Of(file.Path.Text));
            json.WriteArray("users", users, user => json.WriteObject(null, () =>
            {
                json.WriteString("path", JsonText.Of(user.File.Path.Text));
                json.WriteNumber("distance", user.Distance);
            }));
            EdgeJson.Write(json, "edges", graph.To(file));
        }));
}
