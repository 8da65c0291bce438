using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>
/// A place of the image where the running system mounts something else, so that nobody sees what the image holds below it.
/// <see cref="What"/> says what, as in "the file system of processes".
/// </summary>
public sealed record RunTimeMount(ImagePath Point, string What);
