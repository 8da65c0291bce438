namespace ManifestLinker.Linker.Ufs;

/// <summary>What <see cref="Newfs"/> answers: a geometry, or why there is none.</summary>
public abstract record NewfsResult
{
    private NewfsResult()
    {
    }

    /// <summary>A file system of that size is possible.</summary>
    public sealed record Made(UfsGeometry Geometry) : NewfsResult;

    /// <summary>It is not; <paramref name="Why"/> is one sentence without a full stop.</summary>
    public sealed record Refused(string Why) : NewfsResult;
}
