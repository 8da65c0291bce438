namespace ManifestLinker.Runtime.Tests.Acceptance.Inputs;

/// <summary>Objects at the limits of UFS with blocks of 4096 bytes and fragments of 1024.</summary>
internal static class EdgeCases
{
    private const int Fragment = 1024, Block = 4096;

    // An inode holds the addresses of 12 blocks, a block of addresses those of 1024 more.
    private const int Direct = 12 * Block, SingleIndirect = Direct + (1024 * Block);

    /// <summary>Adds all of them below <paramref name="top"/>.</summary>
    public static void AddTo(ManifestBuilder manifest, string top)
    {
        Sizes(manifest, top + "/size");
        Names(manifest, top + "/name");
        SymbolicLinks(manifest, top + "/link");
        HardLinks(manifest, top + "/hard");
        Modes(manifest, top + "/mode");
        Depth(manifest, top + "/deep");
        manifest.Directory(top + "/many");
        for (int i = 0; i < 2000; i++) manifest.File($"{top}/many/file-{i:d4}", i % 3);
        for (int i = 0; i < 300; i++) manifest.Directory($"{top}/folders/d{i}");
    }

    private static void Sizes(ManifestBuilder manifest, string top)
    {
        int[] boundaries = [512, Fragment, 2 * Fragment, 3 * Fragment, Block, Block + Fragment, 2 * Block, Direct, Direct + Block, SingleIndirect, SingleIndirect + Block];
        manifest.Directory(top);
        manifest.File($"{top}/0", 0);
        foreach (int size in boundaries.SelectMany(boundary => new[] { boundary - 1, boundary, boundary + 1 })) manifest.File($"{top}/{size}", size);
        // A file that says nothing takes its blocks all the same.
        manifest.File($"{top}/zeros", new byte[Direct + (5 * Block)]);
    }

    private static void Names(ManifestBuilder manifest, string top)
    {
        manifest.Directory(top);
        for (int length = 1; length <= 255; length++) manifest.File($"{top}/{new string('n', length)}", length);
        for (char last = 'a'; last <= 'e'; last++) manifest.File($"{top}/{new string('x', 254)}{last}", 1);
        manifest.File($"{top}/{string.Concat(Enumerable.Repeat("é", 127))}z", 2);
        foreach (string odd in new[] { "...", "a,b", "%d", "a:b", "~", "-r", "'", "\"", "(y)", "[z]" }) manifest.File($"{top}/{odd}", 3);
        manifest.Directory($"{top}/{new string('D', 255)}");
        manifest.SymbolicLink($"{top}/{new string('L', 255)}", new string('D', 255));
    }

    // In UFS of illumos a target is always in a block of its own, whatever its length.
    private static void SymbolicLinks(ManifestBuilder manifest, string top)
    {
        manifest.Directory(top);
        manifest.File($"{top}/t", 9);
        manifest.File($"{top}/tt", 9);
        foreach (int length in new[] { 1, 2, 55, 56, 57, 59, 60, 61, 255, 511, 512, 1022, 1023 })
        {
            string name = length % 2 == 1 ? "t" : "tt";
            manifest.SymbolicLink($"{top}/to-{length}", string.Concat(Enumerable.Repeat("./", (length - name.Length) / 2)) + name);
        }
        manifest.SymbolicLink($"{top}/up", "../../" + top.Split('/')[^2] + "/link");
    }

    private static void HardLinks(ManifestBuilder manifest, string top)
    {
        manifest.Directory($"{top}/other");
        manifest.File($"{top}/file", 12_345, "4555");
        for (int i = 0; i < 100; i++) manifest.HardLink($"{top}/{(char)('a' + (i % 26))}{i}", $"{top}/file");
        manifest.HardLink($"{top}/other/name", $"{top}/a0");
        manifest.File($"{top}/empty", 0);
        manifest.HardLink($"{top}/other/empty", $"{top}/empty");
    }

    private static void Modes(ManifestBuilder manifest, string top)
    {
        manifest.Directory(top);
        foreach (string mode in new[] { "0000", "0001", "0400", "0644", "0777", "1644", "1777", "2555", "4555", "6755", "7777" }) manifest.File($"{top}/{mode}", 5, mode);
        foreach (string owner in new[] { "root", "nobody", "wide", "last" }) manifest.File($"{top}/of-{owner}", 6, "0644", owner, owner == "last" ? "last" : "bin");
        manifest.Directory($"{top}/sticky", "1777");
        manifest.Directory($"{top}/closed", "0000");
    }

    // The longest path that a program of illumos can name has 1023 bytes.
    private static void Depth(ManifestBuilder manifest, string top)
    {
        string path = top;
        for (int level = 0; path.Length + 8 <= 1020; level++) path += $"/deep{level:d3}";
        manifest.Directory(path);
        manifest.File(path + "/" + new string('f', 1022 - path.Length), 7);
    }
}
