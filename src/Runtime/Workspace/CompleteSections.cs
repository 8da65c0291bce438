using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Manual;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Runtime.Workspace;

/// <summary><c>[[complete]]</c> as the value the compiler takes.</summary>
internal static class CompleteSections
{
    /// <summary>The area that <paramref name="section"/> declares.</summary>
    public static CompleteArea ToArea(this CompleteSection section, ManualProfile manual)
    {
        (IReadOnlyList<ImagePath> tops, IPathPattern objects) = section switch
        {
            { Prefix.Value: var prefix } => ([prefix], new PathPrefix(prefix)),
            { Glob.Value: var glob } => ([glob.Top], glob),
            _ => (manual.Roots, (IPathPattern)new SectionPattern(manual, new ShellPattern(section.Section!.Value.Value))),
        };
        return new CompleteArea
        {
            Tops = tops,
            Objects = [objects],
            Except = [.. section.Except.Select(glob => new Exemption(glob.Value, glob.Location))],
            Declared = section.Location,
            Unshipped = section.Section is null ? UnshippedInProto.Rule : ManPageWholeSection.Rule,
        };
    }
}
