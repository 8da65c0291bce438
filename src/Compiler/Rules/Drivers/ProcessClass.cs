using ManifestLinker.Compiler.Audit;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>A width of processes, and where objects for them lie below a directory of libraries.</summary>
/// <param name="Bits">The width of their addresses.</param>
/// <param name="Folders">The folders within a directory of libraries, of which the first is the one that programs name.</param>
internal sealed record ProcessClass(int Bits, IReadOnlyList<string> Folders)
{
    private static readonly ProcessClass[] Both = [new(32, [""]), new(64, ["64/", "amd64/"])];

    /// <summary>The classes that processes of <paramref name="image"/> have: those that it has a libc for; both, where it has none at all.</summary>
    public static IReadOnlyList<ProcessClass> Of(AuditedImage image)
    {
        ProcessClass[] run = [.. Both.Where(each => each.Find(image, ["lib/", "usr/lib/"], "libc.so.1"))];
        return run.Length > 0 ? run : Both;
    }

    /// <summary>Whether an object of this class lies in one of <paramref name="directories"/>.</summary>
    public bool Find(AuditedImage image, IEnumerable<string> directories, string name) =>
        directories.Any(directory => Folders.Any(folder => image.FileAt(directory + folder + name) is not null));
}
