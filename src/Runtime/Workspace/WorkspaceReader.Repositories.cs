namespace ManifestLinker.Runtime.Workspace;

/// <content><c>[[repository]]</c>, and which component comes from which.</content>
internal static partial class WorkspaceReader
{
    private static List<RepositorySection> Repositories(IEnumerable<SectionReader> sections)
    {
        var repositories = new List<RepositorySection>();
        foreach (SectionReader section in sections)
        {
            Placed<string>? name = section.RequiredText("name", "give the repository the name it has in gitstatus.json", about: "The name of the repository, as gitstatus.json has it.");
            Placed<string>? directory = section.RequiredText("directory", "say where its work tree lies, as directory = \".\"", about: "Where its work tree lies, relative to this file.");
            section.RejectTheRest();
            if (name is not { } called || directory is not { } place) continue;
            if (repositories.Find(other => other.Name.Value.Equals(called.Value, StringComparison.Ordinal)) is { } before)
                section.Report(called.Location, $"a repository '{called.Value}' is there already", "give each repository a name of its own", new("first here", before.Name.Location));
            repositories.Add(new RepositorySection(called, place));
        }
        return repositories;
    }

    private static void CheckOrigins(SectionReader top, WorkspaceFile file)
    {
        foreach (Placed<string> origin in file.Components.Select(component => component.Repository).OfType<Placed<string>>())
        {
            string[] known = [.. file.Repositories.Select(repository => repository.Name.Value)];
            if (known.Contains(origin.Value, StringComparer.Ordinal)) continue;
            string help = Compiler.Diagnostics.NearNames.Nearest(origin.Value, known) is { } near
                ? $"did you mean '{near}'?"
                : $"add a [[repository]] with name = \"{origin.Value}\"";
            top.Report(origin.Location, $"there is no repository '{origin.Value}'", help);
        }
    }
}
