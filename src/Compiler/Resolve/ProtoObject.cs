using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>An object that was found in a search directory.</summary>
public sealed record ProtoObject
{
    /// <summary>The search directory, as the user spelled it.</summary>
    public required string Directory { get; init; }

    /// <summary>What it is; for an object reached through symbolic links, what they lead to.</summary>
    public required FileKind Kind { get; init; }

    /// <summary>The place within the search directory where it really lies, all links followed.</summary>
    public required ImagePath RealPath { get; init; }

    /// <summary>Where it lies on the host.</summary>
    public required string HostPath { get; init; }

    /// <summary>What the host says of it.</summary>
    public required FileStatus Status { get; init; }

    /// <summary>The text of the symbolic link that stands at the path itself; null where none does.</summary>
    public string? Target { get; init; }

    /// <summary>Whether symbolic links were followed to reach it.</summary>
    public bool ThroughLink { get; init; }

    /// <summary>The kind in words.</summary>
    public string KindName => Tree.KindName.Of(Kind);

    /// <summary>Its bytes.</summary>
    public ByteSource Content(IHost host) => new FileBytes(host.Files, HostPath, Status.Size);
}
