using System.IO.Abstractions;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Project;

/// <summary>Runs the compiler on a project.</summary>
internal static class Compiling
{
    /// <summary>Compiles <paramref name="project"/>; objects are looked up where search directories are known and <paramref name="resolve"/> asks for it, and looked into as <paramref name="audit"/> says.</summary>
    public static Compilation Compile(this LinkProject project, ProjectReader reader, Invocation invocation, Winner winner, bool resolve, AuditSettings? audit = null) =>
        Compilation.Run(
            new CompilationInput
            {
                Manifests = [.. project.Manifests.Select(manifest => (manifest.Component, reader.ReadText(manifest.Path)))],
                Variables = project.Variables,
                Profile = project.Profile,
                BuildTrees = [.. project.Trees(invocation)],
                Search = resolve ? project.SearchPath(invocation) : null,
                Accounts = project.Accounts,
                Counts = project.Policy.Counts,
                TellsAllUnshipped = project.Policy.Names(UnshippedInProto.Rule),
                Winner = winner,
                IsWhole = project.IsWhole,
                Audit = audit,
            },
            invocation.Host);

    /// <summary>Where <paramref name="project"/> looks objects up; null where no search directories are known.</summary>
    public static SearchPath? SearchPath(this LinkProject project, Invocation invocation) => project.Search is { } search
        ? new SearchPath([.. search.Select(directory => new SearchDirectory(invocation.Host, directory.GivenAs, directory.Path))])
        : null;

    // No link of the image may lead into the workspace, or to where objects are taken from.
    private static IEnumerable<string> Trees(this LinkProject project, Invocation invocation)
    {
        IPath paths = invocation.Host.Files.Path;
        foreach (NamedDirectory directory in project.Search ?? []) yield return paths.GetFullPath(directory.Path);
        if (project.Workspace is { } workspace && paths.GetDirectoryName(paths.GetFullPath(workspace.Source.Name)) is { } home) yield return home;
    }

    /// <summary>What a run that compiled <paramref name="compilation"/> and did <paramref name="besides"/> looked for.</summary>
    public static RunScope Scope(this Compilation compilation, Invocation invocation, params Phase[] besides) =>
        new([.. compilation.Phases, .. besides], invocation.Today);

    /// <summary>The policy of <paramref name="project"/> together with the excuses that stand in the manifests.</summary>
    public static Policy PolicyFor(this LinkProject project, Compilation compilation) => project.Policy with
    {
        Suppressions =
        [
            .. project.Policy.Suppressions,
            .. compilation.Manifests.SelectMany(manifest => InlineSuppressions.In(manifest.Syntax)),
        ],
    };
}
