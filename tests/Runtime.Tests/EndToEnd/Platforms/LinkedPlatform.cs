using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Platforms;

/// <summary>The small platform, linked once for all tests of a class; they only read it.</summary>
public sealed class LinkedPlatform : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LinkedPlatform()
    {
        SmallPlatform.Write(_folder);
        Linking = Mlc.Run(_folder.Path, SmallPlatform.Link()).Exits(0);
    }

    internal Outcome Linking { get; }

    public string Folder => _folder.Path;

    public string Platform => _folder.At("out/" + SmallPlatform.Name);

    public string Archive => Path.Combine(Platform, "i86pc/amd64/boot_archive");

    public string Spec => _folder.At($"out/{SmallPlatform.Name}.spec");

    public string Packed => _folder.At($"out/{SmallPlatform.Name}.tgz");

    public void Dispose() => _folder.Dispose();
}
