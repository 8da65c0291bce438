using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Manual;

/// <summary>The pages of the sections whose name fits <paramref name="sections"/>, such as <c>3*</c>.</summary>
public sealed class SectionPattern(ManualProfile manual, ShellPattern sections) : IPathPattern
{
    /// <inheritdoc/>
    public string Pattern => sections.Pattern;

    /// <inheritdoc/>
    public bool Matches(ImagePath path) => manual.SectionOf(path) is { } section && sections.Matches(section);
}
