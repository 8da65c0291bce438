using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform;

namespace ManifestLinker.Runtime.Project;

/// <summary>What a tree is made of: a project, the packages that were converted for it, and the files that mlc adds.</summary>
internal sealed record TreeRequest(LinkProject Project)
{
    /// <summary>The packages; null for none.</summary>
    public ConvertedPackages? Packages { get; init; }

    /// <summary>The files that mlc makes, which may depend on what is delivered, and on the stamp.</summary>
    public Func<Compilation, BuildStamp, IReadOnlyList<MadeFile>> Made { get; init; } = (_, _) => [];

    /// <summary>The phases that look for findings here.</summary>
    public IReadOnlyList<Phase> PhasesOf(Compilation compilation) =>
        Packages is null ? [.. compilation.Phases, Phase.Layout] : [Phase.Import, .. compilation.Phases, Phase.Layout];

    /// <summary>All that was found, at the places that people wrote.</summary>
    public IEnumerable<Finding> Findings(Compilation compilation, IReadOnlyList<MadeFile> made)
    {
        IEnumerable<Finding> found = made.Aggregate<MadeFile, IEnumerable<Finding>>(compilation.Findings, (findings, file) => file.Judge(compilation.Union, findings));
        return Packages is null ? found : Packages.Findings.Concat(found.Select(Packages.Placed));
    }

    /// <summary>The tree of all that can be delivered.</summary>
    public static FileTree Tree(Compilation compilation, IReadOnlyList<MadeFile> made, Compiler.Host.IHost host, long time) =>
        made.Aggregate(ImageAssembly.Assemble(compilation.Resolved!, host, time), (tree, file) => file.In(tree, compilation.Accounts, time));
}
