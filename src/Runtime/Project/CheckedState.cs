using System.IO.Abstractions;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Runtime.Git;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Project;

/// <summary>One state of a project, compiled and judged: the work tree, the index, or a revision.</summary>
internal sealed record CheckedState(LinkProject Project, IFileSystem Files, Compilation Compilation, Policy Policy, RunScope Scope)
{
    /// <summary>What was found and is not excused.</summary>
    public Verdict Verdict { get; } = Policy.Judge(Compilation.Findings, Scope);

    /// <summary>The state that <paramref name="invocation"/>'s host shows.</summary>
    public static CheckedState Of(LinkProject project, ProjectReader reader, Invocation invocation, bool resolves, AuditSettings? audit = null)
    {
        // Only the project says which directories that git knows nothing of are looked into.
        if (invocation.Host is GitHost view && project.Search is { } search)
            invocation = invocation with { Host = view.WithSearch(search.Select(directory => directory.Path)) };
        Compilation compilation = project.Compile(reader, invocation, Winner.First, resolves, audit);
        return new CheckedState(project, invocation.Host.Files, compilation, project.PolicyFor(compilation), compilation.Scope(invocation));
    }
}
