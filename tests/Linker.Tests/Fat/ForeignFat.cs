using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Tests.Fat;

/// <summary>FAT images that programs of others make.</summary>
internal static class ForeignFat
{
    /// <summary>Options of mkfs.fat, with the size in KiB as the last: every kind, and sectors of every size.</summary>
    public static readonly string[][] Kinds =
    [
        ["-F", "32", "40000"],
        ["-F", "32", "-s", "2", "70000"],
        ["-F", "16", "-S", "4096", "-s", "1", "20000"],
        ["-F", "16", "20000"],
        ["-F", "12", "1440"],
        ["-F", "12", "-S", "1024", "-s", "2", "2880"],
    ];

    /// <summary>An image with files of many kinds of names.</summary>
    public static ByteSource Make(TemporaryFolder folder, string[] options)
    {
        string image = folder.At("theirs.img");
        if (File.Exists(image)) File.Delete(image);
        ForeignTool.Run("mkfs.fat", [.. options[..^1], "-n", "THEIRS", "-C", image, options[^1]]).Exits(0);
        foreach ((string name, byte[] content) in Files()) folder.Write("in/" + name, content);
        FatForeignReaderTests.Mtools("mcopy", ["-i", image, "-s", "-m", .. Directory.GetFileSystemEntries(folder.At("in")), "::"]).Exits(0);

        // What was removed leaves holes, so that a later file lies in pieces.
        FatForeignReaderTests.Mtools("mdel", "-i", image, "::many/file-3", "::many/file-7").Exits(0);
        folder.Write("late", Late);
        FatForeignReaderTests.Mtools("mcopy", "-i", image, folder.At("late"), "::late").Exits(0);
        return new MemoryBytes(File.ReadAllBytes(image));
    }

    /// <summary>A file that lies in pieces.</summary>
    public static byte[] Late { get; } = Bytes(60_000, 9);

    /// <summary>The other files.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Files()
    {
        yield return ("UPPER.TXT", "upper"u8.ToArray());
        yield return ("lower.txt", "lower"u8.ToArray());
        yield return ("UPPER2.low", "both"u8.ToArray());
        yield return ("Mixed Case and blanks.text", "mixed"u8.ToArray());
        yield return ("\u00e9t\u00e9", "summer"u8.ToArray());
        yield return ("empty", []);
        yield return ("a/b/c/d/deep", Bytes(5000, 1));
        yield return (new string('n', 200), "long"u8.ToArray());
        for (int i = 0; i < 40; i++) yield return ($"many/file-{i}", Bytes(i * 300, i));
    }

    private static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
