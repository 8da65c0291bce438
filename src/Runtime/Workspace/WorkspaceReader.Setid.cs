using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Runtime.Workspace;

/// <content><c>[[setid]]</c>.</content>
internal static partial class WorkspaceReader
{
    private static List<SetidSection> Setids(IEnumerable<SectionReader> sections)
    {
        var listings = new List<SetidSection>();
        foreach (SectionReader section in sections)
        {
            if (Setid(section) is not { } listing) continue;
            if (listings.Find(other => other.Path.Value == listing.Path.Value) is { } before)
                section.Report(listing.Path.Location, $"'{listing.Path}' is listed already", "keep one of the two", new("first here", before.Path.Location));
            listings.Add(listing);
        }
        return listings;
    }

    private static SetidSection? Setid(SectionReader section)
    {
        Placed<string>? path = section.RequiredText("path", "name the one object, as path = \"usr/bin/su\"", about: "The object, by its path in the image.");
        Placed<string>? mode = section.RequiredText("mode", "give the mode it was reviewed with, as mode = \"4555\"", about: "The mode it was reviewed with, four octal digits.");
        Placed<string>? owner = section.RequiredText("owner", "give the owner it was reviewed with", about: "The owner it was reviewed with.");
        Placed<string>? group = section.RequiredText("group", "give the group it was reviewed with", about: "The group it was reviewed with.");
        Placed<string>? reason = section.RequiredText("reason", "say what it needs the bit for", about: "What it needs the bit for.");
        section.RejectTheRest();
        Placed<ImagePath>? place = path is { } named ? section.ImagePath(named) : null;
        Placed<Mode>? bits = mode is { } digits ? section.Mode(digits) : null;
        if (bits is { } known && !known.Value.HasAny(Mode.SetIds))
            section.Report(known.Location, $"the mode {known} has no set-id bit", "list only what has the set-user-id or set-group-id bit");
        Placed<string>? user = owner is { } name ? section.Account(name) : null;
        Placed<string>? team = group is { } other ? section.Account(other) : null;
        return place is { } at && bits is { } of && user is { } by && team is { } with && reason is { } why ? new(at, of, by, with, why) : null;
    }
}
