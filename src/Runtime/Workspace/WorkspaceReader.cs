using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;
using ManifestLinker.Runtime.Workspace.Toml;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>Reads a workspace file: one method for each of its tables.</summary>
internal static partial class WorkspaceReader
{
    private const int MaxBytesPerInode = int.MaxValue;

    // The count of fragments of a UFS is a signed 32-bit number; with fragments of 1 KiB this is the end.
    private const long MaxImageKiB = int.MaxValue;

    public static (WorkspaceFile? File, IReadOnlyList<ConfigurationProblem> Problems) Read(SourceText source)
    {
        var problems = new List<ConfigurationProblem>();
        TomlTable root = TomlDocument.Read(source, problems, out IReadOnlySet<int> brokenTables);
        WorkspaceFile file = ReadTop(source, new SectionReader("", root, problems));
        problems.RemoveAll(problem => problem.IsAbsence && brokenTables.Contains(problem.Location.Line));
        problems.Sort(ConfigurationProblem.ByPlace);
        return (problems.Count == 0 ? file : null, problems);
    }

    private static WorkspaceFile ReadTop(SourceText source, SectionReader top)
    {
        SectionReader? filesystem = top.Table("filesystem");
        var file = new WorkspaceFile
        {
            Source = source,
            Platform = Platform(top.Table("platform")),
            Components = Components(top.Tables("component")),
            VariableValues = Variables(top.Table("variables")),
            SearchDirectories = SearchDirectories(top.Table("search")),
            Accounts = Accounts(top.Table("accounts")),
            Root = FileSystem(filesystem?.Table("root", "[filesystem.root]"), isRoot: true),
            Usr = FileSystem(filesystem?.Table("usr", "[filesystem.usr]"), isRoot: false),
            Exceptions = [.. top.Tables("exception").Select(Exception).OfType<ExceptionSection>()],
            Runtime = [.. top.Tables("runtime").Select(RuntimeObjects).OfType<RuntimeSection>()],
            Rules = Rules(top.Table("rules")),
            FailOn = FailsOn(top.Table("link")),
            Baseline = Baseline(top.Table("baseline")),
        };
        filesystem?.RejectTheRest();
        top.RejectTheRest();
        return file;
    }

    private static PlatformSection Platform(SectionReader? section)
    {
        if (section is null) return new(null, null, null);
        var platform = new PlatformSection(
            section.Text("profile", text => section.OneOf(text, "profile", [SmartOs.Profile.Name])),
            section.Text("buildstamp", section.Buildstamp),
            section.Text("version", section.NamePart));
        section.RejectTheRest();
        return platform;
    }

    private static List<ComponentSection> Components(IEnumerable<SectionReader> sections)
    {
        var components = new List<ComponentSection>();
        foreach (SectionReader section in sections)
        {
            Placed<string>? name = section.RequiredText("name", "give the component a name; findings show it");
            Placed<string>? one = section.Text("manifest");
            IReadOnlyList<Placed<string>>? several = section.Texts("manifests");
            TomlEntry? manifest = section.Entry("manifest");
            TomlEntry? manifests = section.Entry("manifests");
            section.RejectTheRest();
            if (manifest is null && manifests is null)
                section.Missing("'manifest'", "write manifest = \"FILE\", or manifests = [\"FILE\", \"DIRECTORY\"]");
            if (manifest is not null && manifests is not null)
                section.Report(manifests.KeyLocation, "a component has 'manifest' or 'manifests', not both", "put all into 'manifests'", new("first here", manifest.KeyLocation));
            if (several is [] && manifests!.Value is TomlList { Items: [] } none)
                section.Report(none.Location, "'manifests' is empty", "name at least one file or directory");
            if (name is not { } called) continue;
            if (components.Find(other => other.Name.Value.Equals(called.Value, StringComparison.Ordinal)) is { } before)
                section.Report(called.Location, $"a component '{called.Value}' is there already", "give each component a name of its own", new("first here", before.Name.Location));
            components.Add(new ComponentSection(called, several ?? (one is { } path ? [path] : [])));
        }
        return components;
    }

    private static List<KeyValuePair<string, Placed<string>>> Variables(SectionReader? section)
    {
        var variables = new List<KeyValuePair<string, Placed<string>>>();
        foreach (TomlEntry entry in section?.All() ?? [])
        {
            if (!VariableName.Is(entry.Key))
                section!.Report(entry.KeyLocation, $"'{entry.Key}' is no name of a variable", "use letters, digits and '_', and no digit first");
            // A variable may well be empty.
            if (entry.Value is TomlString text) variables.Add(new(entry.Key, new(text.Text, text.Location)));
            else section!.WrongType(entry.Value, $"'{entry.Key}'", "a string", "put it between quotes");
        }
        return variables;
    }

    private static IReadOnlyList<Placed<string>>? SearchDirectories(SectionReader? section)
    {
        IReadOnlyList<Placed<string>>? directories = section?.Texts("directories");
        section?.RejectTheRest();
        return directories;
    }

    private static AccountsSection Accounts(SectionReader? section)
    {
        var accounts = new AccountsSection(section?.Text("passwd"), section?.Text("group"));
        section?.RejectTheRest();
        return accounts;
    }

    private static FileSystemSection FileSystem(SectionReader? section, bool isRoot)
    {
        if (section is null) return FileSystemSection.Unsaid;
        TomlEntry? size = section.Entry("size");
        var shape = new FileSystemSection
        {
            Size = size is null ? null : section.ImageSize(size.Value, MaxImageKiB),
            BytesPerInode = section.Integer("bytes-per-inode", "bytes", 1, MaxBytesPerInode) is { } bytes ? new((int)bytes.Value, bytes.Location) : null,
            SpareBlocks = isRoot ? Spare(section, "spare-blocks", "blocks") : null,
            SpareInodes = isRoot ? Spare(section, "spare-inodes", "inodes") : null,
            Underfiles = isRoot ? null : section.Texts("underfiles")?.Select(section.Underfile).OfType<Placed<Compiler.Ir.ImagePath>>().ToList(),
        };
        section.RejectTheRest();
        return shape;

        Placed<long>? Spare(SectionReader section, string key, string unit)
        {
            Placed<long>? spare = section.Integer(key, unit, 0, int.MaxValue);
            if (section.Entry(key) is { } entry && size?.Value is not TomlString)
                section.Report(entry.KeyLocation, $"'{key}' is for a size of \"auto\" only", "write size = \"auto\", or leave it out");
            return spare;
        }
    }

    private static RuntimeSection? RuntimeObjects(SectionReader section)
    {
        Placed<string>? glob = section.RequiredText("glob", "name the objects, as glob = \"var/run/**\"");
        Placed<string>? reason = section.RequiredText("reason", "say who makes them");
        section.RejectTheRest();
        return glob is { } text && section.Glob(text) is { } objects && reason is { } why ? new(objects, why) : null;
    }

    private static RulesSection Rules(SectionReader? section)
    {
        if (section is null) return new([], [], []);
        IReadOnlyList<Placed<string>> select = section.Texts("select") ?? [];
        IReadOnlyList<Placed<string>> ignore = section.Texts("ignore") ?? [];
        foreach (Placed<string> selector in select.Concat(ignore)) section.CheckSelector(selector);
        var severities = new List<KeyValuePair<string, Placed<Compiler.Diagnostics.Severity?>>>();
        if (section.Table("severity", "[rules.severity]") is { } levels)
        {
            foreach (TomlEntry entry in levels.All())
            {
                levels.CheckSelector(new(entry.Key, entry.KeyLocation));
                if (levels.TextOf(entry.Value, $"'{entry.Key}'") is { } word && levels.SeverityOrOff(word) is { } severity)
                    severities.Add(new(entry.Key, severity));
            }
        }
        IReadOnlyList<Placed<string>> locked = section.Texts("locked") ?? [];
        foreach (Placed<string> selector in locked) section.CheckSelector(selector);
        section.RejectTheRest();
        return new(select, ignore, severities) { Locked = locked };
    }

    private static Placed<FailOn>? FailsOn(SectionReader? section)
    {
        Placed<FailOn>? failOn = section?.Text("fail-on") is { } word && section.OneOf(word, "value of 'fail-on'", FailOn.Words) is { } known
            && FailOn.TryParse(known.Value, out FailOn threshold) ? new(threshold, known.Location) : null;
        section?.RejectTheRest();
        return failOn;
    }
}
