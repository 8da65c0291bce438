using System.CommandLine;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Project;

/// <summary>Whether the objects are looked into before something is made of them, and where what is known of them is kept.</summary>
internal sealed class AuditSwitch
{
    private readonly Option<bool> none = new("--no-audit") { Description = "Do not look into the objects before anything is made of them." };

    private readonly CacheOptions cache = new();

    public void AddTo(Command command)
    {
        command.Add(none);
        cache.AddTo(command);
    }

    /// <summary>How the objects of <paramref name="project"/> are looked into; null where they are not.</summary>
    public AuditSettings? Read(ParseResult options, LinkProject project, int jobs, Invocation invocation) =>
        options.GetValue(none) || project.Workspace?.Link.Audits is false
            ? null
            : new AuditSettings(jobs, invocation.Cancel, Cache: cache.Open(options, project.Workspace, invocation));
}
