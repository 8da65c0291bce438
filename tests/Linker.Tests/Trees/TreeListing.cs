using System.Globalization;
using System.IO.Hashing;
using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Tests.Trees;

/// <summary>
/// Builds a tree from text, one object a line, words parted by spaces:
/// <code>
/// d etc 0755 0 3                     a directory
/// f bin/x 0555 0 2 size=49153        a file of that many bytes that follow from its path
/// f etc/motd 0644 0 3 text=hello     a file with that text
/// s bin/y -> x                       a symbolic link
/// h bin/z = bin/x                    another name of what stands in an earlier line
/// c dev/null 0666 0 3 13,2           a character device; b is a block device
/// p run/fifo 0600 0 0                a named pipe; S is a socket
/// </code>
/// Directories that are not listed are made, 0755 0 0; <c>/</c> is the top one. Any line may end in <c>mtime=N</c>;
/// else the time is the builder's. A byte may be written as <c>\ooo</c>, in octal. Empty lines and ones that begin with #
/// say nothing.
/// </summary>
public static class TreeListing
{
    /// <summary>The time of objects that have none of their own.</summary>
    public const long DefaultTime = 1600000000;

    /// <summary>The tree that <paramref name="listing"/> describes.</summary>
    public static FileTree Parse(string listing, long time = DefaultTime)
    {
        var objects = new Dictionary<ImagePath, Inode>();
        foreach (string line in listing.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#') continue;
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            ImagePath path = ImagePath.Parse(Unescape(words[1]));
            objects.Add(path, words[0] == "h" ? objects[ImagePath.Parse(Unescape(words[3]))] : Object(words, path, time));
        }
        foreach (ImagePath path in objects.Keys.ToArray())
        {
            for (ImagePath at = path.Parent; objects.TryAdd(at, DefaultDirectory(time)) && !at.IsRoot; at = at.Parent)
            {
            }
        }
        objects.TryAdd(ImagePath.Root, DefaultDirectory(time));
        return new FileTree(objects.Select(pair => new TreeEntry(pair.Key, pair.Value)));
    }

    private static Inode DefaultDirectory(long time) =>
        new() { Kind = FileKind.Directory, Permissions = 0x1ED, Uid = 0, Gid = 0, Modified = time };

    private static Inode Object(string[] words, ImagePath path, long time)
    {
        string? Option(string name) => words.FirstOrDefault(word => word.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

        bool isLink = words[0] == "s";
        string? text = Option("text");
        return new Inode
        {
            Kind = words[0] switch
            {
                "d" => FileKind.Directory,
                "f" => FileKind.Regular,
                "s" => FileKind.SymbolicLink,
                "c" => FileKind.CharacterDevice,
                "b" => FileKind.BlockDevice,
                "p" => FileKind.Fifo,
                "S" => FileKind.Socket,
                _ => throw new FormatException($"unknown kind in '{string.Join(' ', words)}'"),
            },
            Permissions = isLink ? 0x1FF : Convert.ToInt32(words[2], 8),
            Uid = isLink ? 0 : uint.Parse(words[3], CultureInfo.InvariantCulture),
            Gid = isLink ? 0 : uint.Parse(words[4], CultureInfo.InvariantCulture),
            Modified = long.Parse(Option("mtime") ?? time.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            Content = words[0] != "f" ? MemoryBytes.Empty
                : text is not null ? new MemoryBytes(EscapedUtf8.Encode(Unescape(text)))
                : new PatternBytes(Seed(path), long.Parse(Option("size") ?? "0", CultureInfo.InvariantCulture)),
            Target = isLink ? Unescape(words[3]) : "",
            Device = words[0] is "c" or "b" ? Device(words[5]) : default,
        };
    }

    private static DeviceNumber Device(string text)
    {
        string[] parts = text.Split(',');
        return new(uint.Parse(parts[0], CultureInfo.InvariantCulture), uint.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static ulong Seed(ImagePath path) => XxHash3.HashToUInt64(EscapedUtf8.Encode(path.Text));

    private static string Unescape(string word)
    {
        if (!word.Contains('\\')) return word;
        var bytes = new List<byte>();
        for (int i = 0; i < word.Length; i++)
        {
            if (word[i] == '\\')
            {
                bytes.Add(Convert.ToByte(word.Substring(i + 1, 3), 8));
                i += 3;
                continue;
            }
            int units = char.IsHighSurrogate(word[i]) ? 2 : 1;
            bytes.AddRange(Encoding.UTF8.GetBytes(word.Substring(i, units)));
            i += units - 1;
        }
        return EscapedUtf8.Decode(bytes.ToArray());
    }
}
