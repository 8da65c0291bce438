namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>A folder with anything in it that a manifest can say, the same for a seed each time.</summary>
internal static class RandomFolder
{
    private static readonly string[] Names = ["a", "b.c", "x+y", "[", "é", "q#r", "-n", "~t", "long" + new string('g', 90), "U,V"];

    /// <summary>Fills <paramref name="path"/>; with hard links where <paramref name="hardLinks"/> says so.</summary>
    public static void Fill(string path, int seed, bool hardLinks = true)
    {
        var random = new Random(seed);
        Fill(path, random, depth: 0, hardLinks);
    }

    private static void Fill(string path, Random random, int depth, bool hardLinks)
    {
        var files = new List<string>();
        foreach (string name in Names.Where(_ => random.Next(3) > 0))
        {
            string at = Path.Combine(path, name);
            int kind = random.Next(6);
            if (kind == 0 && depth < 3)
            {
                Directory.CreateDirectory(at);
                Fill(at, random, depth + 1, hardLinks);
                File.SetUnixFileMode(at, (UnixFileMode)(0x1c0 | random.Next(0x40)));
            }
            else if (kind == 1 && files.Count > 0)
            {
                File.CreateSymbolicLink(at, files[^1]);
            }
            else if (kind == 2 && files.Count > 0 && hardLinks)
            {
                Testing.ForeignTool.RunIn(path, "ln", "--", files[0], name);
            }
            else
            {
                File.WriteAllText(at, name);
                File.SetUnixFileMode(at, (UnixFileMode)(0x100 | random.Next(0x1000)));
                files.Add(name);
            }
        }
    }
}
