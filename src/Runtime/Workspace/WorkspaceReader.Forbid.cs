namespace ManifestLinker.Runtime.Workspace;

/// <content>Where nothing may be delivered.</content>
internal static partial class WorkspaceReader
{
    private static ForbidSection? Forbid(SectionReader section)
    {
        Placed<string>? glob = section.RequiredText("glob", "name the objects, as glob = \"usr/local/**\"", about: "A pattern for the places.");
        Placed<string>? reason = section.RequiredText("reason", "say why nothing may be delivered there", about: "Why nothing may be delivered there.");
        section.RejectTheRest();
        return glob is { } text && section.Glob(text) is { } objects && reason is { } why ? new(objects, why) : null;
    }
}
