namespace ManifestLinker.Runtime.Workspace;

/// <content>The tables about what is done with the platform: audit and link.</content>
internal static partial class WorkspaceReader
{
    private static LinkSection Link(SectionReader? section)
    {
        Placed<FailOn>? failOn = section?.Text("fail-on", about: "The severity from which on a finding makes a run fail.") is { } word
            && section.OneOf(word, "value of 'fail-on'", FailOn.Words) is { } known
            && FailOn.TryParse(known.Value, out FailOn threshold) ? new(threshold, known.Location) : null;
        Placed<string>? audit = section?.Text(
            "audit",
            text => section.OneOf(text, "value of 'audit'", LinkSection.AuditWords),
            about: "Whether the objects are looked into before anything is linked, so that what is wrong with them stops the link: on (the default) or off.");
        Placed<string>? sbom = section?.Text(
            "sbom",
            text => section.OneOf(text, "value of 'sbom'", LinkSection.AuditWords),
            about: "Whether a bill of materials in SPDX is written beside the platform: on (the default) or off.");
        section?.RejectTheRest();
        return new(failOn, audit) { Sbom = sbom };
    }

    private static AuditSection Audit(SectionReader? section)
    {
        var audit = new AuditSection(
            section?.Texts("exceptions", about: "Exception files of check_rtime, relative to this file; what they excuse, the audit does not find.") ?? [],
            section?.Text("cache", about: "A folder, relative to this file, for what is known of objects by their contents, so that the next run need not read them again."));
        section?.RejectTheRest();
        return audit;
    }
}
