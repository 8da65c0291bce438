namespace ManifestLinker.Runtime.Workspace;

/// <content><c>[boot]</c> and <c>[tests]</c>: what is packed beside the platform.</content>
internal static partial class WorkspaceReader
{
    private static TarballSection? Tarball(SectionReader? section, bool hasPackages)
    {
        if (section is null) return null;
        IReadOnlyList<Placed<string>> manifests = section.Texts("manifests", about: "Its manifests, or directories of them, relative to this file.") ?? [];
        IReadOnlyList<Placed<string>> packages = hasPackages
            ? section.Texts("ips", about: "Package manifests of IPS, relative to this file, that are converted and delivered, too.") ?? []
            : [];
        IReadOnlyList<Placed<string>>? search = section.Texts(
            "search", whenEmpty: "name at least one directory, or leave the key out", about: "Where its objects are looked up, relative to this file; as the platform's where it is left out.");
        section.RejectTheRest();
        return new TarballSection(manifests, packages, search);
    }
}
