using CsCheck;

namespace ManifestLinker.Compiler.Tests.Resolve;

/// <summary>A small tree of directories, files and symbolic links that lead anywhere.</summary>
internal sealed class RandomLinkTree
{
    private static readonly Gen<string> Part = Gen.Frequency(
        (3, Gen.Const("a")), (3, Gen.Const("b")), (2, Gen.Const("c")), (3, Gen.Const("..")), (1, Gen.Const(".")), (1, Gen.Const("")));

    private RandomLinkTree(SortedDictionary<string, string?> objects) => Objects = objects;

    /// <summary>A text that a walk may be given; never empty.</summary>
    public static Gen<string> Text { get; } =
        Gen.Select(Part.Array[1, 5], Gen.Frequency((4, Gen.Const("")), (1, Gen.Const("/"))), (parts, slash) => slash + string.Join('/', parts))
            .Where(text => text.Length > 0);

    public static Gen<RandomLinkTree> Any { get; } =
        Gen.Select(Gen.OneOf("a", "b", "c").Array[1, 3], Gen.Int[0, 5], Text).Array[4, 14].Select(Make);

    /// <summary>As <see cref="ReferenceWalk"/> has it.</summary>
    public IReadOnlyDictionary<string, string?> Objects { get; }

    public void Build(string directory)
    {
        foreach ((string path, string? what) in Objects)
        {
            string at = Path.Combine(directory, path);
            if (what is null) Directory.CreateDirectory(at);
            else if (what.Length == 0) File.WriteAllText(at, path);
            else File.CreateSymbolicLink(at, what);
        }
    }

    public override string ToString() => string.Join(' ', Objects.Select(pair => pair.Value is null ? $"{pair.Key}/" : $"{pair.Key}={pair.Value}"));

    // An object whose place is taken, or lies below something else than a directory, is left out.
    private static RandomLinkTree Make((string[] Path, int Kind, string Target)[] objects)
    {
        var tree = new SortedDictionary<string, string?>(StringComparer.Ordinal) { [""] = null };
        foreach ((string[] names, int kind, string target) in objects)
        {
            string at = "";
            bool free = true;
            for (int i = 0; i < names.Length - 1; i++)
            {
                at = at.Length == 0 ? names[i] : $"{at}/{names[i]}";
                if (!tree.TryGetValue(at, out string? what)) tree[at] = what = null;
                free &= what is null;
                if (!free) break;
            }
            if (free) tree.TryAdd(at.Length == 0 ? names[^1] : $"{at}/{names[^1]}", kind switch { 0 => null, 1 => "", _ => target });
        }
        return new RandomLinkTree(tree);
    }
}
