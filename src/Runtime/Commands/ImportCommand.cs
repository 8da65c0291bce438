using System.CommandLine;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc import</c>: manifests from the descriptions of others.</summary>
internal sealed class ImportCommand() : CommandBase(
    "import",
    "Make a manifest of a foreign description: package manifests of IPS, or an mtree(5) listing.",
    "mlc import ips -o developer.manifest usr/src/pkg/manifests/developer-*.p5m")
{
    public override IReadOnlyList<CommandBase> Parts { get; } = [new ImportIpsCommand(), new ImportMtreeCommand()];

    protected override void AddTo(Command command)
    {
    }

    protected override int Run(ParseResult options) => throw new UsageException("import what?", "mlc help import");
}
