using ManifestLinker.Runtime.Workspace.Versions;

namespace ManifestLinker.Runtime.Workspace.Inheritance;

/// <summary>What a workspace file says of itself, which is not handed on to those that extend it: what it requires, and what it extends.</summary>
internal sealed record Preamble(Placed<VersionRange>? RequiredVersion, IReadOnlyList<Placed<string>> Extends)
{
    /// <summary>The keys it stands under, at the top of the file.</summary>
    public const string RequiredVersionKey = "required-version", ExtendsKey = "extends";

    /// <summary>Both keys.</summary>
    public static readonly IReadOnlyList<string> Keys = [RequiredVersionKey, ExtendsKey];

    /// <summary>Reads it from the top table of a file.</summary>
    public static Preamble Read(SectionReader top) => new(
        top.Text(RequiredVersionKey, top.VersionRange, about: "The versions of mlc that will do: comparisons that all must hold, as \">=1.2, <2\", or one version, as \"1.2.3\"."),
        top.TextOrTexts(ExtendsKey, whenEmpty: "name a file, or delete the key", about: "Files whose settings count where this one says nothing, relative to this one; of several the later counts more.") ?? []);
}
