namespace ManifestLinker.Runtime.Workspace;

/// <content>Where nothing may be delivered.</content>
internal static partial class WorkspaceReader
{
    private static ForbidSection? Forbid(SectionReader section)
    {
        Placed<string>? glob = section.RequiredText("glob", "name the objects, as glob = \"usr/local/**\"");
        Placed<string>? reason = section.RequiredText("reason", "say why nothing may be delivered there");
        section.RejectTheRest();
        return glob is { } text && section.Glob(text) is { } objects && reason is { } why ? new(objects, why) : null;
    }
}
