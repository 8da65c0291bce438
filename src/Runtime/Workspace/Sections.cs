using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Runtime.Workspace;

/// <summary><c>[platform]</c>: the name of a built-in profile, the build stamp, and a version for the names of the outputs.</summary>
internal sealed record PlatformSection(Placed<string>? Profile, Placed<string>? Buildstamp, Placed<string>? Version);

/// <summary>
/// <c>[[component]]</c>: one part of the platform and its manifests; one of them that is a directory stands for its files, as
/// <see cref="ManifestFiles"/> lists them; and the mancheck.conf that says which pages of the manual it ships.
/// </summary>
internal sealed record ComponentSection(Placed<string> Name, IReadOnlyList<Placed<string>> Manifests, Placed<string>? ManCheck)
{
    /// <summary>The repository that its objects come from.</summary>
    public Placed<string>? Repository { get; init; }
}

/// <summary><c>[accounts]</c>.</summary>
internal sealed record AccountsSection(Placed<string>? Passwd, Placed<string>? Group);

/// <summary><c>[filesystem.root]</c> or <c>[filesystem.usr]</c>; null and empty where the profile decides.</summary>
internal sealed record FileSystemSection
{
    /// <summary>A section that leaves all to the profile.</summary>
    public static readonly FileSystemSection Unsaid = new();

    /// <summary>The size of the image.</summary>
    public Placed<ImageSize>? Size { get; init; }

    /// <summary>One inode for how many bytes.</summary>
    public Placed<int>? BytesPerInode { get; init; }

    /// <summary>Whole blocks to leave free where the size is automatic (root only).</summary>
    public Placed<long>? SpareBlocks { get; init; }

    /// <summary>Inodes to leave free where the size is automatic (root only).</summary>
    public Placed<long>? SpareInodes { get; init; }

    /// <summary>What must be there before /usr is mounted, as paths of the image (usr only); null where the profile decides.</summary>
    public IReadOnlyList<Placed<ImagePath>>? Underfiles { get; init; }
}

/// <summary>The size of an image in bytes; null to fit the contents.</summary>
internal readonly record struct ImageSize(long? Bytes);

/// <summary>
/// <c>[[exception]]</c>: findings of a rule (an id, a name, or the beginning of an id) about these objects are right as they are.
/// <see cref="Until"/> is the last day on which it holds; <see cref="Table"/> is all of it, as it stands in the text.
/// </summary>
internal sealed record ExceptionSection(Placed<string> Rule, Placed<PathGlob> Path, Placed<string> Reason)
{
    /// <summary>What the detail key of the findings must be.</summary>
    public Placed<DetailGlob>? Detail { get; init; }

    /// <summary>The last day.</summary>
    public Placed<DateOnly>? Until { get; init; }

    /// <summary>Who answers for it.</summary>
    public Placed<string>? Owner { get; init; }

    /// <summary>The lines of the table, where it has lines of its own.</summary>
    public LineRange? Table { get; init; }
}

/// <summary><c>[[runtime]]</c>: objects that exist on the running system only, and why.</summary>
internal sealed record RuntimeSection(Placed<PathGlob> Glob, Placed<string> Reason);

/// <summary>
/// <c>[[expect]]</c>: what attributes the objects of a place have, and why; null for any. <see cref="Type"/> is
/// <c>file</c> or <c>directory</c>, null for both.
/// </summary>
internal sealed record ExpectSection(Placed<PathGlob> Glob, Placed<string> Reason)
{
    public Placed<string>? Type { get; init; }

    public Placed<Mode>? Mode { get; init; }

    public Placed<string>? Owner { get; init; }

    public Placed<string>? Group { get; init; }
}

/// <summary><c>[[setid]]</c>: an object that was reviewed and may have a set-id bit, with these attributes and no others.</summary>
internal sealed record SetidSection(Placed<ImagePath> Path, Placed<Mode> Mode, Placed<string> Owner, Placed<string> Group, Placed<string> Reason);

/// <summary><c>[[forbid]]</c>: where nothing may be delivered, and why.</summary>
internal sealed record ForbidSection(Placed<PathGlob> Glob, Placed<string> Reason);

/// <summary>
/// <c>[[complete]]</c>: objects that must be delivered as a whole, given in one of three ways, and those of them that need not be.
/// </summary>
internal sealed record CompleteSection(Location Location, IReadOnlyList<Placed<PathGlob>> Except)
{
    /// <summary>All at or below this path.</summary>
    public Placed<ImagePath>? Prefix { get; init; }

    /// <summary>All that fit this pattern.</summary>
    public Placed<PathGlob>? Glob { get; init; }

    /// <summary>All pages of the manual in the sections that fit this shell pattern.</summary>
    public Placed<string>? Section { get; init; }
}

/// <summary><c>[rules]</c>: selectors of rules; a severity of null switches a rule off.</summary>
internal sealed record RulesSection(
    IReadOnlyList<Placed<string>> Select,
    IReadOnlyList<Placed<string>> Ignore,
    IReadOnlyList<KeyValuePair<string, Placed<Severity?>>> Severities)
{
    /// <summary>The rules that nobody may silence, besides those of the profile.</summary>
    public IReadOnlyList<Placed<string>> Locked { get; init; } = [];
}

/// <summary><c>[baseline]</c>: the file with the findings that are put up with for now.</summary>
internal sealed record BaselineSection(Placed<string>? File);

/// <summary><c>[audit]</c>: exception files of check_rtime, and where facts of objects are kept.</summary>
internal sealed record AuditSection(IReadOnlyList<Placed<string>> Exceptions, Placed<string>? Cache);

/// <summary><c>[link]</c>: from which severity on a run fails, and whether the objects are looked into before; null where the file does not say.</summary>
internal sealed record LinkSection(Placed<FailOn>? FailOn, Placed<string>? Audit)
{
    /// <summary>The words for whether the objects are looked into, the default first.</summary>
    public static readonly IReadOnlyList<string> AuditWords = ["on", "off"];

    /// <summary>Whether the objects are looked into.</summary>
    public bool Audits => Audit?.Value != AuditWords[1];

    /// <summary>Whether a bill of materials is written: one of <see cref="AuditWords"/>.</summary>
    public Placed<string>? Sbom { get; init; }

    /// <summary>Whether a bill of materials is written.</summary>
    public bool WritesSbom => Sbom?.Value != AuditWords[1];
}
