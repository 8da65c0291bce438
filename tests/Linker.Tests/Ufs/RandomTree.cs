using System.Text;
using ManifestLinker.Linker.Tests.Trees;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>Trees of any shape that follow from a seed.</summary>
internal static class RandomTree
{
    public static readonly IReadOnlyList<(int Block, int Fragment)> Sizes =
        [(4096, 1024), (4096, 512), (4096, 2048), (4096, 4096), (8192, 1024), (8192, 2048), (8192, 4096), (8192, 8192)];

    public static FileTree Of(int seed, int objects)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        var directories = new List<string> { "" };
        var files = new List<string>();
        if (random.Next(4) > 0) text.Append("d lost+found 0700 0 0\n");
        for (int i = 0; i < objects; i++)
        {
            string path = directories[random.Next(directories.Count)] + new string((char)('a' + random.Next(26)), random.Next(1, random.Next(2, 250))) + i;
            string owner = $"{Convert.ToString(random.Next(4096), 8)} {Id()} {Id()}";
            switch (random.Next(10))
            {
                case 0 or 1:
                    text.Append($"d {path} {owner}\n");
                    directories.Add(path + "/");
                    break;
                case 2:
                    text.Append($"s {path} -> {new string('x', random.Next(1, 1024))}\n");
                    files.Add(path);
                    break;
                case 3 when files.Count > 0:
                    text.Append($"h {path} = {files[random.Next(files.Count)]}\n");
                    break;
                case 4:
                    text.Append($"{"cb"[random.Next(2)]} {path} {owner} {random.Next(1, 16383)},{random.Next(196608)}\n");
                    files.Add(path);
                    break;
                case 5:
                    text.Append($"{"pS"[random.Next(2)]} {path} {owner}\n");
                    files.Add(path);
                    break;
                default:
                    text.Append($"f {path} {owner} size={random.Next(1 << random.Next(1, 18))} mtime={random.Next()}\n");
                    files.Add(path);
                    break;
            }
        }
        return TreeListing.Parse(text.ToString());

        uint Id() => random.Next(3) == 0 ? (uint)random.NextInt64(1L << 32) : (uint)random.Next(70000);
    }
}
