using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Permissions;

/// <summary>
/// Judges the mode of every file and directory. A set-id object that has been reviewed with the mode, owner and group it has is
/// left alone: the review was of the whole mode.
/// </summary>
public static class PermissionCheck
{
    /// <summary>The findings about the modes of <paramref name="union"/>; reviews of what is not delivered are told of where it <paramref name="isWhole"/>.</summary>
    public static IEnumerable<Finding> Check(Union union, Profile profile, SetidReviews reviews, bool isWhole)
    {
        IEnumerable<FileEntry> files = union.Files.Where(file => !reviews.Cover(file));
        IEnumerable<DirectoryEntry> directories = union.Directories.Where(directory => !reviews.Cover(directory));
        IEnumerable<NodeEntry> both = files.Concat<NodeEntry>(directories);
        return
        [
            .. WorldWritable.Check(both, union),
            .. GroupWritable.Check(both, union),
            .. SetidNotAllowlisted.Check(files, reviews),
            .. isWhole ? SetidNotAllowlisted.Unused(union, reviews) : [],
            .. SetidWritable.Check(files, union),
            .. SetidOnDirectory.Check(directories, reviews),
            .. PermInversion.Check(both),
            .. DirWithoutExec.Check(directories, union),
            .. UnreadableFile.Check(files, union),
            .. ExecBitOnData.Check(files, union, profile),
            .. BinNotExecutable.Check(files, union),
        ];
    }
}
