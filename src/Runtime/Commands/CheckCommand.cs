using System.CommandLine;
using System.Runtime;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc check</c>: are the manifests right?</summary>
internal sealed class CheckCommand() : ManifestCheckCommand(
    "check",
    "Check manifests: their lines, how they fit together, and, where search directories are known, the objects they name.",
    "mlc check --search overlay --search proto manifest.d",
    new ManifestOptions())
{
    // What the check of a whole platform allocates, in bytes.
    private const long LetStand = 160L << 20;

    protected override int Run(ParseResult options)
    {
        // Nothing of it is free before the end, and moving it about would take a third of the run. What needs more is collected as usual.
        if (GCSettings.LatencyMode != GCLatencyMode.NoGCRegion) GC.TryStartNoGCRegion(LetStand);
        return base.Run(options);
    }

    // That is mlc audit.
    protected override AuditSettings? Audit(ParseResult options, WorkspaceFile? workspace) => null;
}
