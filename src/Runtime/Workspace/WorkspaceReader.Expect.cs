namespace ManifestLinker.Runtime.Workspace;

/// <content><c>[[expect]]</c>.</content>
internal static partial class WorkspaceReader
{
    private static ExpectSection? Expectation(SectionReader section)
    {
        Placed<string>? glob = section.RequiredText("glob", "name the objects, as glob = \"usr/share/man/**\"", about: "A pattern for the objects.");
        Placed<string>? reason = section.RequiredText("reason", "say why they are so", about: "Why they are so.");
        Placed<string>? type = section.Text("type", text => section.OneOf(text, "type", ["file", "directory"]), about: "Only files, or only directories; both where it is left out.");
        var attributes = (
            Mode: section.Text("mode", section.Mode, about: "Their mode, four octal digits; any where it is left out."),
            Owner: section.Text("owner", section.Account, about: "Their owner; any where it is left out."),
            Group: section.Text("group", section.Account, about: "Their group; any where it is left out."));
        section.RejectTheRest();
        return glob is { } text && section.Glob(text) is { } objects && reason is { } why
            ? new(objects, why) { Type = type, Mode = attributes.Mode, Owner = attributes.Owner, Group = attributes.Group }
            : null;
    }
}
