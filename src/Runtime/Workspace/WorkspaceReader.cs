using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Workspace.Inheritance;
using ManifestLinker.Runtime.Workspace.Shapes;
using ManifestLinker.Runtime.Workspace.Toml;
using ManifestLinker.Runtime.Workspace.Versions;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>
/// Reads a workspace file: one method for each of its tables. The same methods describe it, so that the schema for editors knows
/// the keys, types and words that are read, and no others; so a method asks for every key of its table, whatever it finds.
/// </summary>
internal static partial class WorkspaceReader
{
    /// <summary>
    /// Reads <paramref name="text"/> with the files that it extends, which <paramref name="bases"/> finds, as the version
    /// <paramref name="running"/> of mlc.
    /// </summary>
    public static (WorkspaceFile? File, IReadOnlyList<ConfigurationProblem> Problems) Read(SourceText text, BaseFiles? bases, SemanticVersion running)
    {
        var problems = new List<ConfigurationProblem>();
        var loader = new SourceLoader(bases, running, problems);
        IReadOnlyList<WorkspaceSource> sources = loader.Load(text);
        if (loader.Mismatches.Count > 0) return (null, InOrder(loader.Mismatches));
        TomlTable root = TableUnion.Of([.. sources.Select(source => source.Root)]);
        WorkspaceFile file = ReadTop(root, sources, new SectionReader("", root, problems));
        problems.RemoveAll(problem => problem.IsAbsence && sources.Any(source =>
            ReferenceEquals(source.Text, problem.Location.Source) && source.BrokenTables.Contains(problem.Location.Line)));
        return (problems.Count == 0 ? file : null, InOrder(problems));
    }

    private static List<ConfigurationProblem> InOrder(List<ConfigurationProblem> problems)
    {
        problems.Sort(ConfigurationProblem.ByPlace);
        return problems;
    }

    /// <summary>What a workspace file may hold.</summary>
    public static TableShape Describe()
    {
        var shape = new TableShape();
        var nothing = new TomlTable(new Compiler.Diagnostics.Location(new SourceText("", ""), 1, 1, 1), TomlTableKind.Header);
        ReadTop(nothing, [], new SectionReader("", shape));
        return shape;
    }

    private static WorkspaceFile ReadTop(TomlTable root, IReadOnlyList<WorkspaceSource> sources, SectionReader top)
    {
        Preamble.Read(top);
        SectionReader? platform = top.Table("platform", about: "What the platform is.");
        IEnumerable<SectionReader> components = top.Tables("component", about: "A part of the platform and its manifests. Components count in the order they stand in.");
        SectionReader? filesystem = top.Table("filesystem", about: "The shape of the two file systems.");
        List<KeyValuePair<string, Placed<string>>> variables = Variables(top.Table("variables", about: "The values of variables: NAME gives the value of $NAME in the lines of manifests."));
        var file = new WorkspaceFile
        {
            Table = root,
            Sources = sources,
            Platform = Platform(platform),
            Components = Components(components),
            VariableValues = variables,
            DependentVariables = DependentVariables(top.Tables("variable", about: "A variable whose value depends on that of another."), variables),
            SearchDirectories = SearchDirectories(top.Table("search", about: "Where the objects of the platform are looked up.")),
            Accounts = Accounts(top.Table("accounts", about: "Owners and groups, for when the search directories have no etc/passwd or etc/group.")),
            Root = FileSystem(filesystem?.Table("root", "[filesystem.root]", about: "The root file system."), isRoot: true),
            Usr = FileSystem(filesystem?.Table("usr", "[filesystem.usr]", about: "The file system of /usr."), isRoot: false),
            Exceptions = [.. top.Tables("exception", about: "Findings that are known, and right as they are.").Select(Exception).OfType<ExceptionSection>()],
            Runtime = [.. top.Tables("runtime", about: "What exists on the running system only, so that a link may lead to it.").Select(RuntimeObjects).OfType<RuntimeSection>()],
            Expectations = [.. top.Tables("expect", about: "The mode, owner and group that objects are expected to have.").Select(Expectation).OfType<ExpectSection>()],
            Setids = Setids(top.Tables("setid", about: "Set-id objects that somebody has reviewed.")),
            Forbidden = [.. top.Tables("forbid", about: "Where nothing may be delivered.").Select(Forbid).OfType<ForbidSection>()],
            Complete = [.. top.Tables("complete", about: "What must be delivered as a whole.").Select(Complete).OfType<CompleteSection>()],
            Rules = Rules(top.Table("rules", about: "Which rules count, and how much.")),
            Baseline = Baseline(top.Table("baseline", about: "The findings that are put up with for now.")),
            Audit = Audit(top.Table("audit", about: "How the objects are looked into.")),
            Password = Password(top.Table("password", about: "The password that root gets.")),
            Release = Release(top.Table("release", about: "Who is named in etc/release.")),
            Link = Link(top.Table("link", about: "How the platform is checked and linked.")),
        };
        filesystem?.RejectTheRest();
        top.RejectTheRest();
        return file;
    }

    private static PlatformSection Platform(SectionReader? section)
    {
        if (section is null) return new(null, null, null);
        var platform = new PlatformSection(
            section.Text("profile", text => section.OneOf(text, "profile", [SmartOs.Profile.Name]), about: "The built-in profile that decides where the file says nothing."),
            section.Text("buildstamp", section.Buildstamp, about: "The name and the time of the platform, in UTC: 20260101T000000Z. --buildstamp and $BUILDSTAMP count more."),
            section.Text("version", section.NamePart, about: "What stands in the names of the outputs before the stamp."));
        section.RejectTheRest();
        return platform;
    }

    private static IReadOnlyList<Placed<string>>? SearchDirectories(SectionReader? section)
    {
        IReadOnlyList<Placed<string>>? directories = section?.Texts(
            "directories", about: "The search directories, in order: the first that has an object delivers it. Relative to this file.");
        section?.RejectTheRest();
        return directories;
    }

    private static AccountsSection Accounts(SectionReader? section)
    {
        var accounts = new AccountsSection(
            section?.Text("passwd", about: "A passwd(5) file, relative to this file."),
            section?.Text("group", about: "A group(5) file, relative to this file."));
        section?.RejectTheRest();
        return accounts;
    }

    private static RuntimeSection? RuntimeObjects(SectionReader section)
    {
        Placed<string>? glob = section.RequiredText("glob", "name the objects, as glob = \"var/run/**\"", about: "The objects, as a pattern for paths of the image.");
        Placed<string>? reason = section.RequiredText("reason", "say who makes them", about: "Who makes them.");
        section.RejectTheRest();
        return glob is { } text && section.Glob(text) is { } objects && reason is { } why ? new(objects, why) : null;
    }

    private static RulesSection Rules(SectionReader? section)
    {
        if (section is null) return new([], [], []);
        IReadOnlyList<Placed<string>> select = section.Texts("select", about: "Only these rules: ids, names, or beginnings of ids.") ?? [];
        IReadOnlyList<Placed<string>> ignore = section.Texts("ignore", about: "Not these rules: ids, names, or beginnings of ids.") ?? [];
        foreach (Placed<string> selector in select.Concat(ignore)) section.CheckSelector(selector);
        var severities = new List<KeyValuePair<string, Placed<Compiler.Diagnostics.Severity?>>>();
        if (section.Table("severity", "[rules.severity]", about: "Another severity for rules, or off: RULE = LEVEL.") is { } levels)
        {
            foreach (TomlEntry entry in levels.All())
            {
                levels.CheckSelector(levels.NameOf(entry));
                if (levels.TextOf(entry.Value, $"'{entry.Key}'") is { } word && levels.SeverityOrOff(word) is { } severity)
                    severities.Add(new(entry.Key, severity));
            }
        }
        IReadOnlyList<Placed<string>> locked = section.Texts("locked", about: "Rules that nothing silences: ids, names, or beginnings of ids.") ?? [];
        foreach (Placed<string> selector in locked) section.CheckSelector(selector);
        section.RejectTheRest();
        return new(select, ignore, severities) { Locked = locked };
    }
}
