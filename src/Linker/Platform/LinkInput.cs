using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Linker.Inputs;
using ManifestLinker.Linker.Platform.Passwords;
using ManifestLinker.Linker.Platform.Transforms;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Platform;

/// <summary>What a platform is linked from.</summary>
public sealed record LinkInput
{
    /// <summary>The resolved entries.</summary>
    public required IReadOnlyList<ResolvedEntry> Entries { get; init; }

    /// <summary>What kind of platform it is.</summary>
    public required Profile Profile { get; init; }

    /// <summary>Its stamp.</summary>
    public required BuildStamp Stamp { get; init; }

    /// <summary>A version that stands in the names of the outputs before the stamp; empty for none.</summary>
    public string Version { get; init; } = "";

    /// <summary>How large the root image becomes.</summary>
    public required UfsSize RootSize { get; init; }

    /// <summary>How large the image of /usr becomes.</summary>
    public required UfsSize UsrSize { get; init; }

    /// <summary>The manifests as the user named them, for the log.</summary>
    public required IReadOnlyList<string> Manifests { get; init; }

    /// <summary>The search directories as the user named them, for the log.</summary>
    public required IReadOnlyList<string> SearchDirectories { get; init; }

    /// <summary>What the workspace's own steps bring, in order; applied to what is delivered, before the steps of the link itself.</summary>
    public IReadOnlyList<ImageTransform> Steps { get; init; } = [];

    /// <summary>The password that root gets; null to leave the table of passwords as it is delivered.</summary>
    public RootPassword? RootPassword { get; init; }

    /// <summary>
    /// The revisions of the components as JSON: an array with an object for each, indented by four blanks as the kernel debugger reads it, with a
    /// line feed at its end. An empty array where nothing is known of them.
    /// </summary>
    public string GitStatus { get; init; } = "[]\n";

    /// <summary>Who is named in the release file.</summary>
    public ReleaseNames Release { get; init; } = ReleaseNames.SmartOs;

    /// <summary>Whether a root of a fixed size becomes larger, as the profile says, where the kernel is a DEBUG one.</summary>
    public bool GrowsForDebug { get; init; }

    /// <summary>What the platform is made from besides the entries, for the listings.</summary>
    public BuildInputs Sources { get; init; } = new();

    /// <summary>Whether a bill of materials is written.</summary>
    public bool WritesSbom { get; init; } = true;

    /// <summary>The name of the platform and its folder: <c>platform-STAMP</c>, or <c>platform-VERSION-STAMP</c>.</summary>
    public string Prefix => OutputName.Of("platform", Version, Stamp);
}
