using System.CommandLine;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Settings;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Runtime.Workspace.Shapes;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc config</c>: what the workspace file says, and what it may say.</summary>
internal sealed class ConfigCommand() : CommandBase(
    "config",
    "Show every value in force and who says so, or write the JSON schema by which editors complete and check mlc.toml.",
    "mlc config --show --severity MLC3006=error")
{
    private readonly Option<bool> show = new("--show") { Description = "Show every value in force: from the workspace file, those it extends, the options of this command, the profile, or built in. With -v, the severity of every rule, too." };

    private readonly Option<bool> schema = new("--schema") { Description = "Write the JSON schema of mlc.toml." };

    private readonly Option<string?> format = ProjectOptions.Single("--format", "FORMAT", "How values are shown: text (the default), as TOML with comments, or json.");

    private readonly Option<string[]> search = ProjectOptions.Repeated("--search", "DIR", "As for check: replaces the workspace's search path.");

    private readonly LinkOptions link = new();
    private readonly ProjectOptions project = new();

    protected override void AddTo(Command command)
    {
        command.Add(show);
        command.Add(schema);
        command.Add(format);
        command.Add(search);
        link.AddSettingsTo(command);
        project.AddTo(command, renders: false);
    }

    protected override int Run(ParseResult options)
    {
        bool showsValues = options.GetValue(show), writesSchema = options.GetValue(schema);
        if (showsValues == writesSchema)
            throw new UsageException(showsValues ? "--show and --schema exclude each other" : "nothing is asked for", "write mlc config --show, or mlc config --schema");
        if (writesSchema) Invocation.Output.Write(SchemaWriter.Write(WorkspaceReader.Describe()));
        else Show(options);
        return ExitCode.Done;
    }

    private void Show(ParseResult options)
    {
        string chosen = options.GetValue(format) ?? "text";
        if (chosen is not ("text" or "json")) throw new UsageException($"--format {chosen}: no such format", "one of text, json");
        var reader = new ProjectReader(Invocation, options, Global, project);
        WorkspaceFile? workspace = reader.ReadWorkspace();
        reader.RefuseWrongOptions(workspace);
        RuleLevels levels = reader.ReadRuleLevels(workspace);
        IReadOnlyList<SettingsTable> tables = SettingsInForce.Of(
            workspace,
            GivenOptions.Of(options, project, link, options.GetValue(search)!, Invocation),
            SmartOs.Profile,
            chosen is "json" || options.GetValue(Global.Verbose) ? levels.All() : levels.Decided());
        var files = new FileNames(Invocation.WorkingDirectory);
        string[] sources = [.. workspace?.Sources.Select(source => source.Text.Name) ?? []];
        if (chosen is "json") SettingsJson.Write(tables, sources, files, Invocation.Output);
        else Write(SettingsText.Of(tables, sources, files));
    }
}
