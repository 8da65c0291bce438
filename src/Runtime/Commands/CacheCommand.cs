using System.CommandLine;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc cache</c>: what is kept from one run to the next.</summary>
internal sealed class CacheCommand() : CommandBase(
    "cache",
    "Show what is kept of phases and steps, or remove what was not used for long.",
    "mlc cache prune --max-size 20480")
{
    public override IReadOnlyList<CommandBase> Parts { get; } = [new CacheStatusCommand(), new CachePruneCommand()];

    protected override void AddTo(Command command)
    {
    }

    protected override int Run(ParseResult options) => throw new UsageException("do what with the cache?", "mlc help cache");
}
