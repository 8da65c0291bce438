namespace ManifestLinker.Runtime.Workspace;

/// <content><c>[[expect]]</c>.</content>
internal static partial class WorkspaceReader
{
    private static ExpectSection? Expectation(SectionReader section)
    {
        Placed<string>? glob = section.RequiredText("glob", "name the objects, as glob = \"usr/share/man/**\"");
        Placed<string>? reason = section.RequiredText("reason", "say why they are so");
        Placed<string>? type = section.Text("type", text => section.OneOf(text, "type", ["file", "directory"]));
        var attributes = (
            Mode: section.Text("mode", section.Mode),
            Owner: section.Text("owner", section.Account),
            Group: section.Text("group", section.Account));
        section.RejectTheRest();
        return glob is { } text && section.Glob(text) is { } objects && reason is { } why
            ? new(objects, why) { Type = type, Mode = attributes.Mode, Owner = attributes.Owner, Group = attributes.Group }
            : null;
    }
}
