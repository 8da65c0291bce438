using System.CommandLine;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Runtime.Workspace.Shapes;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc config</c>: what the workspace file may say.</summary>
internal sealed class ConfigCommand() : CommandBase(
    "config",
    "Show what mlc.toml may say: the JSON schema that editors complete and check by.",
    "mlc config --schema > mlc.schema.json")
{
    private readonly Option<bool> schema = new("--schema") { Description = "Write the JSON schema of mlc.toml." };

    protected override void AddTo(Command command) => command.Add(schema);

    protected override int Run(ParseResult options)
    {
        if (!options.GetValue(schema)) throw new UsageException("nothing is asked for", "write mlc config --schema");
        Invocation.Output.Write(SchemaWriter.Write(WorkspaceReader.Describe()));
        return ExitCode.Done;
    }
}
