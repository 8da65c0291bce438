namespace ManifestLinker.Runtime.Workspace;

/// <content>What goes into the union: components.</content>
internal static partial class WorkspaceReader
{
    private static List<ComponentSection> Components(IEnumerable<SectionReader> sections)
    {
        var components = new List<ComponentSection>();
        foreach (SectionReader section in sections)
        {
            Placed<string>? name = section.RequiredText("name", "give the component a name; findings show it", about: "The name of the component, which findings show.");
            Placed<string>? one = section.Text("manifest", about: "Its manifest, or a directory of them, relative to this file.");
            IReadOnlyList<Placed<string>>? several = section.Texts(
                "manifests",
                whenEmpty: "name at least one file or directory",
                about: "Its manifests, or directories of them, relative to this file. A directory stands for every file in it but dotfiles, by name.");
            Placed<string>? mancheck = section.Text("mancheck", about: "Its mancheck.conf: the sections of the manual that ship as a whole, relative to this file.");
            section.RequireOneOf(
                "manifest",
                "manifests",
                whenMissing: "write manifest = \"FILE\", or manifests = [\"FILE\", \"DIRECTORY\"]",
                whenBoth: "a component has 'manifest' or 'manifests', not both",
                helpForBoth: "put all into 'manifests'");
            section.RejectTheRest();
            if (name is not { } called) continue;
            if (components.Find(other => other.Name.Value.Equals(called.Value, StringComparison.Ordinal)) is { } before)
                section.Report(called.Location, $"a component '{called.Value}' is there already", "give each component a name of its own", new("first here", before.Name.Location));
            components.Add(new ComponentSection(called, several ?? (one is { } path ? [path] : []), mancheck));
        }
        return components;
    }
}
