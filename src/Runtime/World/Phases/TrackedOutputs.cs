using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Git;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.World.Phases;

/// <summary>A mistyped output must not cost anybody's work: what git knows is never removed.</summary>
internal static class TrackedOutputs
{
    /// <summary>The outputs of <paramref name="phases"/> that hold what git tracks, or are a repository themselves.</summary>
    public static IEnumerable<ConfigurationProblem> Of(Invocation invocation, IReadOnlyList<Phase> phases)
    {
        foreach (Phase phase in phases)
        {
            foreach (PhasePath output in phase.Outputs.Where(output => invocation.Host.Status(output.Full) is not null))
            {
                if (Tracked(invocation, output) is { } what)
                {
                    yield return new ConfigurationProblem(
                        ConfigValue.Rule,
                        output.Location,
                        $"phase '{phase.Name}' would remove '{output.Name}', which holds {what}",
                        "name a file or directory that the phase alone makes");
                }
            }
        }
    }

    private static string? Tracked(Invocation invocation, PhasePath output)
    {
        if (invocation.Host.Status($"{output.Full}/.git") is not null) return "a git repository";
        if (GitAt(invocation, output) is not { } git) return null;
        (int status, byte[] listing, _) = git.Run("ls-files", "-z", "--", $":(literal){invocation.Host.Files.Path.GetFileName(output.Full)}");
        return status == 0 && GitListing.Records(listing).FirstOrDefault() is { } first ? $"files that git tracks, such as '{Rendering.VisibleText.Of(first)}'" : null;
    }

    // Without git nothing can be asked, and nothing is tracked that anybody could have got here.
    private static GitProgram? GitAt(Invocation invocation, PhasePath output) =>
        Processes.ProgramPath.Find(invocation, "git") is null ? null : new GitProgram(invocation, invocation.Host.Files.Path.GetDirectoryName(output.Full)!);
}
