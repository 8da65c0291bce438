namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// What planning gives: a <see cref="UfsPlan"/>, a <see cref="UfsShortage"/> or a <see cref="UfsUnrepresentable"/>.
/// </summary>
public abstract class UfsResult
{
    private protected UfsResult()
    {
    }
}
