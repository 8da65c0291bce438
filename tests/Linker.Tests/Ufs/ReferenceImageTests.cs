using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Tests.Trees;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>Empty file systems, byte by byte as illumos's own mkfs makes them.</summary>
public class ReferenceImageTests
{
    private const string Root = "corpus/ufs/root-350000k-12248.empty.img.xz", Usr = "corpus/ufs/usr-448000k-14000.empty.img.xz";

    [FactNeeding("xz", "shared:" + Root)]
    public void An_empty_root_image_is_what_mkfs_makes() => Compare(Root, 358400000, 12248);

    [FactNeeding("xz", "shared:" + Usr)]
    public void An_empty_usr_image_is_what_mkfs_makes() => Compare(Usr, 458752000, 14000);

    [FactNeeding("xz", "shared:" + Root)]
    public void What_mkfs_makes_is_read_and_is_sound_but_for_its_generations()
    {
        var theirs = new MemoryBytes(ForeignTool.Run("xz", "-dc", Checkout.Shared(Root)).Exits(0).Bytes);
        TreeText.Of(UfsReader.Read(theirs)).Should().Be(
            """
            / Directory 755 0:0 links 3 mtime 1600000000 size 0 0,0
            /lost+found Directory 700 0:0 links 2 mtime 1600000000 size 0 0,0

            """);
        IReadOnlyList<UfsProblem> problems = UfsChecker.Check(theirs);
        problems.Take(1000).Should().OnlyContain(problem => problem.Kind == UfsProblemKind.Residue);
        problems.Where(problem => problem.Inode is null or 2).Should().HaveCount(2, "of the top directory's slack, and of the number of problems left out");
    }

    private static void Compare(string file, long bytes, int density)
    {
        UfsPlan plan = Planning.Plan(Planning.Empty, new UfsSize.Fixed(bytes, density));
        byte[] theirs = ForeignTool.Run("xz", "-dc", Checkout.Shared(file)).Exits(0).Bytes;
        byte[] ours = plan.Image.ToArray();
        ours.Length.Should().Be(theirs.Length);
        UfsGeometry g = plan.Geometry;

        // mkfs gives every inode, free ones too, a generation by chance; no other byte of them may differ.
        int generations = 0;
        for (uint inode = 0; inode < g.Inodes; inode++)
        {
            Span<byte> generation = theirs.AsSpan((int)g.InodeOffset(inode) + 108, 4);
            if (BinaryPrimitives.ReadInt32LittleEndian(generation) != 0) generations++;
            generation.Clear();
        }
        generations.Should().BeGreaterThan(g.Inodes / 2);

        // mkfs writes the top directory's 512 bytes from a buffer that still holds unused entries of lost+found.
        int behindRoot = (int)g.OffsetOf(plan.Runs(Compiler.Ir.ImagePath.Root)[0].Fragment) + 512;
        byte[] stray = theirs[behindRoot..(behindRoot + 512)];
        stray.Should().Equal([0, 0, 0, 0, 0, 2, .. new byte[506]]);
        theirs.AsSpan(behindRoot, 512).Clear();

        ours.AsSpan().CommonPrefixLength(theirs).Should().Be(theirs.Length);
    }
}
