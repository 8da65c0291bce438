using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>The files whose contents the link writes, whatever a search directory has at their paths.</summary>
public sealed record AssemblyProfile
{
    /// <summary>A platform in which the link writes nothing of its own.</summary>
    public static readonly AssemblyProfile None = new();

    /// <summary>The table of passwords, shadow(5); null where there is none to set.</summary>
    public ImagePath? Shadow { get; init; }

    /// <summary>What names the platform and what it was built of, for people; added where no manifest delivers it.</summary>
    public ImagePath? Release { get; init; }

    /// <summary>What the platform was built of, as JSON, for the kernel debugger; written only where a manifest delivers it.</summary>
    public ImagePath? Versions { get; init; }

    /// <summary>The files that ship empty, whatever the components put into them; added where no manifest delivers them.</summary>
    public IReadOnlyList<ImagePath> Emptied { get; init; } = [];

    /// <summary>How a kernel that needs more room is known; null where none does.</summary>
    public DebugKernel? Debug { get; init; }
}

/// <summary>A kernel with checks compiled in: the root file system is larger by so many bytes where the file <paramref name="Path"/> holds the text <paramref name="Mark"/>.</summary>
public sealed record DebugKernel(ImagePath Path, string Mark, long ExtraBytes);
