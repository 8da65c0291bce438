using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>
/// One of the file systems of a platform: where it is mounted, how large its image is (bytes; null to fit the contents), and one
/// inode for how many bytes.
/// </summary>
public sealed record FileSystemProfile(string Name, ImagePath MountPoint, long? ImageBytes, int BytesPerInode);
