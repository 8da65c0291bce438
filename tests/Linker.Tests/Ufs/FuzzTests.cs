using System.Diagnostics;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>Whatever the bytes, reading and checking end soon, and nothing but an InvalidDataException comes out.</summary>
public class FuzzTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public void Flipped_bytes_do_no_harm()
    {
        var image = new DamagedImage();
        (int Offset, int Bytes)[] tables =
        [
            (DamagedImage.Superblock, 1376), (DamagedImage.Superblock, 200), (image.Group(0), 1200), (image.Inode(0), 32 * 128),
            (image.Inode(2), 256), (image.Data(""), 512), (image.Data("etc"), 512), (image.Indirect("big"), 4096),
            (image.Indirect("bigger", 1), 4096), (image.Summary(0), 32), (0, image.Bytes.Length),
        ];
        int found = 0, refused = 0;
        for (int seed = 0; seed < 1500; seed++)
        {
            var random = new Random(seed);
            var undo = new Stack<(int At, byte Was)>();
            for (int count = random.Next(1, 6); count > 0; count--)
            {
                (int offset, int bytes) = tables[random.Next(tables.Length)];
                int at = offset + random.Next(bytes);
                undo.Push((at, image.Bytes[at]));
                image.Bytes[at] = (byte)(random.Next(3) switch { 0 => random.Next(256), 1 => image.Bytes[at] ^ 1 << random.Next(8), _ => 0xFF });
            }
            if (UfsChecker.Check(Watch(image.Source, seed)).Count > 0) found++;
            if (!Reads(Watch(image.Source, seed))) refused++;
            while (undo.TryPop(out (int At, byte Was) change)) image.Bytes[change.At] = change.Was;
        }
        found.Should().BeGreaterThan(1000);
        refused.Should().BeInRange(100, 1400);
    }

    [Fact]
    public void Truncated_images_do_no_harm()
    {
        byte[] sound = new DamagedImage().Bytes;
        foreach (int length in Enumerable.Range(0, 200).Select(i => i * 37_777).Concat([0, 1, 8191, 8192, 9563, 9564, 16383, 16384, 16385]))
        {
            var image = new MemoryBytes(sound.AsMemory(0, Math.Min(length, sound.Length)));
            if (length < sound.Length - 300 * 1024)
            {
                UfsChecker.Check(image).Should().NotBeEmpty();
                Reads(image).Should().BeFalse();
            }
            UfsReader.IsUfs(image).Should().Be(length >= 16384);
        }
    }

    [Fact]
    public void Noise_is_no_file_system()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var bytes = new byte[70_000];
            new Random(seed).NextBytes(bytes);
            if (seed % 2 == 0) new byte[] { 0x54, 0x19, 1, 0 }.CopyTo(bytes, 8192 + 1372);
            UfsChecker.Check(new MemoryBytes(bytes)).Should().NotBeEmpty();
            Reads(new MemoryBytes(bytes)).Should().BeFalse();
        }
    }

    [Theory]
    [InlineData("etc")]
    [InlineData("other")]
    public void A_directory_that_holds_itself_is_refused(string path)
    {
        var image = new DamagedImage();
        image.SetInt(image.Entry("", path), 2);
        Refusal(image).Should().Be($"'{path}' is another name of the directory of inode 2");
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "magic", "fs_magic is 0x0, not 0x11954" },
        { "free", "'big' names inode *, which is free" },
        { "type", "'big' is inode *, whose mode 7000 has no type of file" },
        { "size", "'big' is inode *, which is said to have * bytes" },
        { "link", "'link' is inode *, a symbolic link of 5000 bytes" },
        { "link outside", "inode *: block 0 is said to lie at fragment 99999999 of *" },
        { "hole", "inode *: a directory has a hole at byte 0" },
        { "chunks", "inode *: a directory has 100 bytes, which is no number of chunks" },
        { "shared", "inode *: fragment * belongs to another directory, or twice to this" },
        { "range", "inode *: 'motd' is inode 99999 of *" },
        { "twice", "inode *: 'hard' stands twice in the directory" },
        { "slash", "inode *: the name in the directory entry at byte * holds a NUL or a slash" },
        { "control", "'b?g' names inode *, which is free" },
        { "root", "inode 2: the top directory is no directory" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_is_broken_is_said_in_one_line(string harm, string message)
    {
        var image = new DamagedImage();
        switch (harm)
        {
            case "magic": image.SetInt(8192 + 1372, 0); break;
            case "free": image.SetShort(image.Inode("big"), 0); break;
            case "type": image.SetShort(image.Inode("big"), 0x7000); break;
            case "size": image.SetInt(image.Inode("big") + 12, int.MaxValue); break;
            case "link": image.SetInt(image.Inode("link") + 8, 5000); break;
            case "link outside": image.SetInt(image.Inode("link") + 40, 99999999); break;
            case "hole": image.SetInt(image.Inode("etc") + 40, 0); break;
            case "chunks": image.SetInt(image.Inode("etc") + 8, 100); break;
            case "shared": image.SetInt(image.Inode("etc") + 40, image.Int(image.Inode("") + 40)); break;
            case "range": image.SetInt(image.Entry("etc", "motd"), 99999); break;
            case "twice": "hard"u8.CopyTo(image.Bytes.AsSpan(image.Entry("etc", "motd") + 8)); break;
            case "slash": image.Bytes[image.Entry("etc", "motd") + 8] = (byte)'/'; break;
            case "control":
                image.Bytes[image.Entry("", "big") + 9] = (byte)'\n';
                image.SetShort(image.Inode("big"), 0);
                break;
            case "root": image.SetShort(image.Inode(2), 0x8000); break;
        }
        Refusal(image).Should().Match(message);
    }

    [Fact]
    public void A_broken_address_of_a_file_is_found_when_it_is_read()
    {
        var image = new DamagedImage();
        image.SetInt(image.Indirect("big") + 8, 99999999);
        Inode file = UfsReader.Read(image.Source).Find(Compiler.Ir.ImagePath.Parse("big"))!;
        var bytes = new byte[4096];
        file.Content.Read(0, bytes);
        Action read = () => file.Content.Read(14 * 4096, bytes);
        read.Should().Throw<InvalidDataException>().WithMessage("inode *: block 14 is said to lie at fragment 99999999 of *");
    }

    [Fact]
    public void A_file_with_holes_reads_as_zeros_there()
    {
        var image = new DamagedImage();
        image.SetInt(image.Inode("big") + 44, 0);
        image.SetInt(image.Inode("big") + 88, 0);
        byte[] content = UfsReader.Read(image.Source).Find(Compiler.Ir.ImagePath.Parse("big"))!.Content.ToArray();
        byte[] whole = UfsReader.Read(new DamagedImage().Source).Find(Compiler.Ir.ImagePath.Parse("big"))!.Content.ToArray();
        content.AsSpan(0, 4096).SequenceEqual(whole.AsSpan(0, 4096)).Should().BeTrue();
        content.AsSpan(4096, 4096).IndexOfAnyExcept((byte)0).Should().Be(-1);
        content.AsSpan(8192, 40960).SequenceEqual(whole.AsSpan(8192, 40960)).Should().BeTrue();
        content.AsSpan(49152).IndexOfAnyExcept((byte)0).Should().Be(-1);
    }

    [Fact]
    public void Paths_that_would_fill_the_memory_are_refused()
    {
        const int Depth = 900;
        string name = new('n', 255);
        UfsPlan plan = Planning.Plan(string.Concat(Enumerable.Range(100, Depth).Select(i => $"f d{i}/{name} 0644 0 0\n")));
        byte[] bytes = plan.Image.ToArray();

        // Each directory's one entry becomes the next directory: a chain as deep as there are directories.
        for (int i = 100; i < 100 + Depth - 1; i++)
        {
            int entry = (int)plan.Geometry.OffsetOf(plan.Runs(Compiler.Ir.ImagePath.Parse($"d{i}"))[0].Fragment) + 24;
            BitConverter.GetBytes(plan.InodeNumber(Compiler.Ir.ImagePath.Parse($"d{i + 1}"))).CopyTo(bytes, entry);
        }
        foreach (UfsRun run in plan.Runs(Compiler.Ir.ImagePath.Root))
        {
            for (int at = run.Fragment * 1024, end = at + run.Fragments * 1024; at < end; at += Math.Max(4, (int)BitConverter.ToUInt16(bytes, at + 4)))
            {
                if (BitConverter.ToUInt32(bytes, at) != plan.InodeNumber(Compiler.Ir.ImagePath.Parse("d100")) && BitConverter.ToUInt32(bytes, at) != 2)
                    BitConverter.GetBytes(0).CopyTo(bytes, at);
            }
        }
        Action read = () => UfsReader.Read(new MemoryBytes(bytes));
        read.Should().Throw<InvalidDataException>().WithMessage("all paths together have more than 67108864 characters");
        UfsChecker.Check(new MemoryBytes(bytes)).Should().NotBeEmpty();
    }

    private static string Refusal(DamagedImage image)
    {
        Action read = () => UfsReader.Read(image.Source);
        string message = read.Should().Throw<InvalidDataException>().Which.Message;
        message.Should().NotContain("\n");
        return message;
    }

    // Whether the tree and some of every content can be read.
    private static bool Reads(ByteSource image)
    {
        try
        {
            var bytes = new byte[100_000];
            foreach (TreeEntry entry in UfsReader.Read(image).Entries)
            {
                int count = (int)Math.Min(bytes.Length, entry.Inode.Content.Length);
                entry.Inode.Content.Read(0, bytes.AsSpan(0, count));
                entry.Inode.Content.Read(entry.Inode.Content.Length - count, bytes.AsSpan(0, count));
            }
            return true;
        }
        catch (InvalidDataException broken)
        {
            broken.Message.Should().NotBeEmpty().And.NotContain("\n");
            return false;
        }
    }

    private static Watched Watch(ByteSource image, int seed) => new(image, seed);

    // Fails when an image is read from for longer than is reasonable.
    private sealed class Watched(ByteSource image, int seed) : ByteSource
    {
        private readonly long started = Stopwatch.GetTimestamp();

        public override long Length => image.Length;

        public override void Read(long offset, Span<byte> destination)
        {
            if (Stopwatch.GetElapsedTime(started) > Soon) throw new TimeoutException($"seed {seed} takes too long");
            image.Read(offset, destination);
        }
    }
}
