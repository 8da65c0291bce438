namespace ManifestLinker.Linker.Ufs;

/// <summary>Data of one object that lies in one piece.</summary>
/// <param name="FileBlock">Which block of the object it begins with.</param>
/// <param name="Fragment">The fragment address of its start in the image.</param>
/// <param name="Fragments">Its length.</param>
public readonly record struct UfsRun(long FileBlock, int Fragment, int Fragments);
