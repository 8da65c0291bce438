using ManifestLinker.Linker.Media;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>
/// <c>[media]</c>: the console of boot media, the name of the volume of an ISO image, the boot area as a tarball or a directory, and the size of a
/// USB image in bytes; null where the file does not say.
/// </summary>
internal sealed record MediaSection(Placed<BootConsole>? Console, Placed<string>? Label, Placed<string>? Boot, Placed<long>? Size);
