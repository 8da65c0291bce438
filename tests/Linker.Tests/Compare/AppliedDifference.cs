using System.Globalization;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Compare;

namespace ManifestLinker.Linker.Tests.Compare;

/// <summary>
/// What the changes that a difference lists make of the older tree, as lines of text. Only what a change says is used: a difference that
/// leaves something out makes another tree.
/// </summary>
internal static class AppliedDifference
{
    public static string[] To(FileTree old, TreeDifference difference)
    {
        var objects = old.Entries.ToDictionary(entry => entry.Path, entry => Facts(entry.Inode));
        HashSet<ImagePath> replaced = [.. difference.Changes.Where(change => change.IsRemoved || change.Of(ObjectTrait.Type) is not null).Select(change => change.Path)];
        Dictionary<ImagePath, ImagePath> first = FirstNames(old, path => !replaced.Contains(path));
        foreach (ObjectChange change in difference.Changes)
        {
            if (change.IsRemoved) objects.Remove(change.Path);
            else if (change.IsAdded || change.Of(ObjectTrait.Type) is not null) objects[change.Path] = Facts(change.New!);
            else Edit(objects[change.Path], change);
            if (change.Of(ObjectTrait.Names) is { } names) first[change.Path] = ImagePath.Parse(names.New);
        }
        foreach (ObjectChange change in difference.Changes.Where(change => change.New is { Kind: not FileKind.Directory } && (change.IsAdded || replaced.Contains(change.Path))))
            first[change.Path] = change.OtherName is { } other ? first.GetValueOrDefault(other, other) : change.Path;
        return Lines(objects, Settled(first));
    }

    public static string[] Of(FileTree tree) =>
        Lines(tree.Entries.ToDictionary(entry => entry.Path, entry => Facts(entry.Inode)), Settled(FirstNames(tree, _ => true)));

    private static Dictionary<ImagePath, ImagePath> FirstNames(FileTree tree, Predicate<ImagePath> counts)
    {
        var first = new Dictionary<Inode, ImagePath>();
        var names = new Dictionary<ImagePath, ImagePath>();
        foreach (TreeEntry entry in tree.Entries.Where(entry => entry.Inode.Kind != FileKind.Directory && counts(entry.Path)))
        {
            first.TryAdd(entry.Inode, entry.Path);
            names[entry.Path] = first[entry.Inode];
        }
        return names;
    }

    // Whatever name a set was told by, its first one.
    private static Dictionary<ImagePath, ImagePath> Settled(Dictionary<ImagePath, ImagePath> first) => first
        .GroupBy(pair => pair.Value)
        .SelectMany(set => set.Select(pair => (pair.Key, First: set.Min(other => other.Key))))
        .ToDictionary(pair => pair.Key, pair => pair.First);

    private static SortedDictionary<string, string> Facts(Inode inode) => new(StringComparer.Ordinal)
    {
        ["type"] = KindName.Plain(inode.Kind),
        ["mode"] = inode.Kind == FileKind.SymbolicLink ? "" : new Mode(inode.Permissions).ToString(),
        ["owner"] = inode.Uid.ToString(CultureInfo.InvariantCulture),
        ["group"] = inode.Gid.ToString(CultureInfo.InvariantCulture),
        ["device"] = $"{inode.Device.Major},{inode.Device.Minor}",
        ["target"] = inode.Target,
        ["time"] = inode.Modified.ToString(CultureInfo.InvariantCulture),
        ["content"] = Convert.ToHexString(inode.Content.ToArray()),
    };

    private static void Edit(SortedDictionary<string, string> facts, ObjectChange change)
    {
        foreach (AttributeChange attribute in change.Attributes.Where(attribute => attribute.Attribute != ObjectTrait.Names))
        {
            string name = attribute.Attribute == ObjectTrait.Spelling ? "target" : AttributeNames.Of(attribute.Attribute);
            facts[name].Should().Be(attribute.Old);
            facts[name] = attribute.New;
        }
        if (change.Content is not null) facts["content"] = Convert.ToHexString(change.New!.Content.ToArray());
    }

    private static string[] Lines(Dictionary<ImagePath, SortedDictionary<string, string>> objects, Dictionary<ImagePath, ImagePath> first) =>
        [.. objects.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} ={first.GetValueOrDefault(pair.Key)} {string.Join(' ', pair.Value.Select(fact => $"{fact.Key}={fact.Value}"))}")];
}
