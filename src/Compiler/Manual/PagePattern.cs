using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Manual;

/// <summary>The pages, of whatever section, whose file name fits <paramref name="names"/>, such as <c>curl_*.3</c>.</summary>
public sealed class PagePattern(ManualProfile manual, ShellPattern names) : IPathPattern
{
    /// <inheritdoc/>
    public string Pattern => names.Pattern;

    /// <inheritdoc/>
    public bool Matches(ImagePath path) =>
        names.Matches(path.Text.AsSpan(path.Text.LastIndexOf('/') + 1)) && manual.SectionOf(path) is not null;
}
