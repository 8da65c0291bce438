using System.CommandLine;
using System.IO.Abstractions;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Git;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Commands;

/// <content>What was found in an older revision.</content>
internal abstract partial class ManifestCheckCommand
{
    // What was not there yet has no faults; that is why all of it is new.
    private Verdict VerdictAt(string revision, GitRepository git, ParseResult options, bool resolves, AuditSettings? audit)
    {
        Invocation then = Invocation with { Host = git.At(revision) };
        var reader = new ProjectReader(then, options, Global, Project);
        if (!inputs.AreKnown(options, reader)) return new Verdict([], []);
        try
        {
            LinkProject read = inputs.Read(options, reader);
            IFileSystem files = then.Host.Files;
            return CheckedState.Of(read with { Manifests = [.. read.Manifests.Where(manifest => files.File.Exists(manifest.Path))] }, reader, then, resolves, audit).Verdict;
        }
        catch (ConfigurationException wrong)
        {
            ConfigurationProblem first = wrong.Problems[0];
            throw new UsageException(
                FormattableString.Invariant($"{first.Location.File} of {revision} is wrong, on line {first.Location.Line}: {first.Message}"),
                "compare with a revision that has a right one, or check without --since");
        }
    }
}
