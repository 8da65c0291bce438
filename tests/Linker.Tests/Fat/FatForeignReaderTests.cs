using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Fat;
using ManifestLinker.Linker.Tests.Iso;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Fat;

/// <summary>What programs of others say about an image of ours.</summary>
public class FatForeignReaderTests
{
    [FactNeeding("fsck.fat")]
    public void Fsck_has_nothing_to_say()
    {
        using var folder = new TemporaryFolder();
        foreach ((FileTree tree, FatOptions options) in new[]
        {
            (FatImage.Tree, FatImage.Options),
            (TreeListing.Parse("d empty 0755 0 0"), FatImage.Options with { Sectors = 524_288 }),
            (FatImage.Tree, FatImage.Options with { Sectors = 5_000_000 }),
            (FatImage.Tree, FatImage.Options with { Sectors = 30_703_616 }),
        })
        {
            string image = FatImage.Written(folder, "fat.img", FatImage.Planned(tree, options).Image);
            Outcome checkedOutcome = ForeignTool.Run("fsck.fat", "-n", "-v", image).Exits(0);
            checkedOutcome.Output.Should().NotContainAny("differ", "Differ", "wrong", "Unused", "Reclaimed", "Fixing", "Bad", "bad", "dirty");
            checkedOutcome.Output.Should().Contain($"{tree.Entries.Count - 1 + 1} files", "it counts the top directory, too");
        }
    }

    [FactNeeding("mdir", "mcopy")]
    public void Mtools_copies_everything_out()
    {
        using var folder = new TemporaryFolder();
        string image = FatImage.Written(folder, "fat.img", FatImage.Planned(FatImage.Tree).Image);
        Directory.CreateDirectory(folder.At("out"));
        Mtools("mcopy", "-i", image, "-s", "-m", "::*", folder.At("out")).Exits(0);
        FileTree unpacked = ForeignIso.HostTreeOf(folder.At("out"));
        FatImage.Describe(unpacked).Should().Equal(FatImage.Describe(FatImage.Tree));
        Mtools("mdir", "-i", image, "::").Exits(0).Output.Should().Contain("Volume in drive : is SMARTOS").And.Contain("1234-5678");
        unpacked.Find(Compiler.Ir.ImagePath.Parse("boot/loader"))!.Modified.Should().Be(FatImage.Time - 1, "seconds are even");
    }

    [FactNeeding("mdir")]
    public void Short_names_are_those_that_firmware_looks_for()
    {
        using var folder = new TemporaryFolder();
        FileTree tree = TreeListing.Parse("f efi/boot/bootx64.efi 0644 0 0 text=x");
        string image = FatImage.Written(folder, "fat.img", FatImage.Planned(tree).Image);
        Mtools("mdir", "-i", image, "-a", "::efi/boot").Exits(0).Output.Should().MatchRegex("BOOTX64  EFI +1 .* bootx64.efi");
        Mtools("mtype", "-i", image, "::EFI/BOOT/BOOTX64.EFI").Exits(0).Output.Should().Be("x");
    }

    [FactNeeding("grub-fstest")]
    public void Grub_reads_every_file()
    {
        using var folder = new TemporaryFolder();
        string image = FatImage.Written(folder, "fat.img", FatImage.Planned(FatImage.Tree).Image);
        foreach ((string path, byte[] content) in FatImage.Files(FatImage.Tree).Where(file => !file.Path.StartsWith("many/file-number-1", StringComparison.Ordinal)))
            ForeignTool.Run("grub-fstest", image, "cat", $"(loop0)/{path}").Exits(0).Bytes.AsSpan().SequenceEqual(content).Should().BeTrue(path);
    }

    [FactNeeding("fsstat", "fls")]
    public void The_sleuth_kit_finds_the_same_names_and_counts()
    {
        using var folder = new TemporaryFolder();
        FatPlan plan = FatImage.Planned(FatImage.Tree);
        string image = FatImage.Written(folder, "fat.img", plan.Image);
        ForeignTool.Run("fsstat", "-f", "fat32", image).Exits(0).Output.Should().Contain("File System Type: FAT32").And.Contain("OEM Name: MSDOS4.0")
            .And.Contain("Volume ID: 0x12345678").And.Contain("Volume Label (Boot Sector): SMARTOS")
            .And.Contain($"Free Sector Count (FS Info): {plan.FreeClusters}");
        ForeignTool.Run("fls", "-f", "fat32", "-r", "-p", image).Exits(0).Lines
            .Select(line => line[(line.IndexOf('\t') + 1)..])
            .Where(name => name.Length > 0 && name[0] != '$' && !name.EndsWith("(Volume Label Entry)", StringComparison.Ordinal))
            // It cuts off the longest.
            .Where(name => name.Length < 200)
            .Should().BeEquivalentTo(FatImage.Tree.Entries.Where(entry => entry.Path.Text.Length is > 0 and < 200).Select(entry => entry.Path.Text));
    }

    // Its configuration, and that of the user, may ask for other character sets.
    internal static Outcome Mtools(string program, params string[] arguments) =>
        ForeignTool.Prepare(program, arguments).With("LC_ALL", "C.UTF-8").With("MTOOLSRC", "/dev/null").With("MTOOLS_SKIP_CHECK", "1").Run();
}
