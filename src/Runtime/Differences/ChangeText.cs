using System.Globalization;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Compare;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Differences;

/// <summary>Changes in words, the same in every form that people read.</summary>
internal static class ChangeText
{
    /// <summary>What an object is, as <c>file 0555 0:2, 12.0 KiB</c>.</summary>
    public static string Of(Inode inode)
    {
        string text = $"{KindName.Plain(inode.Kind)} {new Mode(inode.Permissions)} {inode.Uid}:{inode.Gid}";
        return inode.Kind switch
        {
            FileKind.Regular => $"{text}, {ByteSize.Show(inode.Size)}",
            FileKind.SymbolicLink => $"{KindName.Of(inode.Kind)} to {VisibleText.Of(inode.Target)}",
            FileKind.BlockDevice or FileKind.CharacterDevice => string.Create(CultureInfo.InvariantCulture, $"{text}, {inode.Device.Major},{inode.Device.Minor}"),
            _ => text,
        };
    }

    /// <summary>What is new or gone: what it is, and of what it is another name.</summary>
    public static string OfOne(ObjectChange change) =>
        Of((change.New ?? change.Old)!) + (change.OtherName is { } other ? $", another name of {VisibleText.Of(other.Text)}" : "");

    /// <summary>What differs about an object that both images have.</summary>
    public static string OfBoth(ObjectChange change)
    {
        IEnumerable<string> attributes = change.Attributes
            .Where(attribute => attribute.Attribute != ObjectTrait.Time)
            .Select(attribute => $"{AttributeNames.Of(attribute.Attribute)} {VisibleText.Of(attribute.Old)} to {VisibleText.Of(attribute.New)}");
        return string.Join("; ", OfContent(change).Concat(attributes));
    }

    /// <summary>How a part of the image changed.</summary>
    public static string Counts(AreaSize area)
    {
        (int Count, string What)[] counts = [(area.Added, "added"), (area.Removed, "removed"), (area.Changed, "changed")];
        return string.Join(", ", counts.Where(one => one.Count > 0).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Count} {one.What}")));
    }

    /// <summary>The counts of <paramref name="report"/> in one line.</summary>
    public static string Counts(DifferenceReport report)
    {
        (int Count, string What)[] counts =
        [
            (report.Added.Count, "added"), (report.Removed.Count, "removed"), (report.Moved.Count, "moved"), (report.Changed.Count, "changed"),
            (report.Equal.Count, "functionally equal"), (report.Times, "with another time alone"),
        ];
        return string.Join(", ", counts.Where(one => one.Count > 0).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Count} {one.What}")));
    }

    /// <summary>How the bytes of all files changed.</summary>
    public static string Size(DifferenceReport report)
    {
        TreeDifference difference = report.Difference;
        return $"{ByteSize.Show(difference.OldBytes)} to {ByteSize.Show(difference.NewBytes)} ({ByteSize.ShowGrowth(difference.NewBytes - difference.OldBytes)})";
    }

    private static IEnumerable<string> OfContent(ObjectChange change) => change.Content switch
    {
        null => [],
        { Nature: ContentNature.Different } when change.Growth == 0 => ["content"],
        { Nature: ContentNature.Different } => [$"content ({ByteSize.ShowGrowth(change.Growth)})"],
        { What: var what } => [what],
    };
}
