using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso;
using ManifestLinker.Linker.Tests.Tar;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Iso;

/// <summary>What programs of others say about an image of ours.</summary>
public class IsoForeignReaderTests
{
    private static readonly FileTree Tree = TreeListing.Parse($"""
        d boot 0755 0 3
        f boot/cdboot 0644 0 3 size=1201
        f boot/efiboot.img 0644 0 3 size=20480
        f boot/loader 0444 0 3 size=300000
        f boot/loader.conf 0644 0 0 text=console
        f platform/i86pc/amd64/boot_archive 0644 0 0 size=200000
        f platform/i86pc/amd64/boot_archive.hash 0644 0 0 text=hash
        f a/b/c/d/e/f/g/h/i/deep 0644 0 0 text=deep
        f {new string('n', 255)} 0644 1234 70000 text=long
        f set/uid 4755 7 8 text=set mtime=1000000000
        f set/odd\040name\040\303\251 2711 7 8 text=set
        h set/again = set/uid
        f empty 0600 0 0
        d nothing 1777 0 0
        s link -> ../etc/file
        s absolute -> /usr/bin
        s long -> {string.Join('/', Enumerable.Repeat("component", 60))}
        s longest -> {new string('t', 250)}/{new string('u', 250)}
        c tty 0620 0 7 24,0
        b disk 0640 0 3 102,64
        p pipe 0600 0 0
        {string.Join('\n', Enumerable.Range(0, 300).Select(i => $"f many/file-number-{i} 0644 0 0 text={i}"))}
        """);

    private static readonly IsoOptions Options = new()
    {
        Time = 1_767_323_045,
        Boot = [Boot("boot/cdboot", BootPlatform.Bios, true), Boot("boot/efiboot.img", BootPlatform.Efi, false)],
    };

    [FactNeeding("xorriso")]
    public void Xorriso_lists_every_object()
    {
        using var folder = new TemporaryFolder();
        string image = Written(folder, Tree);
        // It takes the two halves of a device for one number, also in the images of mkisofs.
        string[] listed = [.. ForeignIso.Listed(image).Where(line => line[0] is not ('b' or 'c'))];
        string[] expected = [.. ForeignIso.Listed(Tree).Where(line => line[0] is not ('b' or 'c'))];
        listed.Except(expected, StringComparer.Ordinal).Should().BeEmpty();
        expected.Except(listed, StringComparer.Ordinal).Should().BeEmpty();
        Outcome loaded = ForeignTool.Run("xorriso", "-indev", image, "-toc").Exits(0);
        loaded.Errors.Should().NotContain("WARNING").And.NotContain("SORRY").And.NotContain("FAILURE");
        loaded.Output.Should().Contain("SMARTOS");
    }

    [FactNeeding("xorriso")]
    public void Xorriso_finds_both_programs_to_start()
    {
        using var folder = new TemporaryFolder();
        IsoPlan plan = IsoWriterTests.Planned(Tree, Options);
        long bios = plan.OffsetOf(Tree.Find(ImagePath.Parse("boot/cdboot"))!) / 2048, efi = plan.OffsetOf(Tree.Find(ImagePath.Parse("boot/efiboot.img"))!) / 2048;
        ForeignTool.Run("xorriso", "-indev", Written(folder, Tree), "-report_el_torito", "plain").Exits(0).Lines
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Should().Contain(
            [
                $"El Torito boot img : 1 BIOS y none 0x0000 0x00 4 {bios}",
                $"El Torito boot img : 2 UEFI y none 0x0000 0x00 40 {efi}",
                "El Torito img path : 1 /boot/cdboot",
                "El Torito img path : 2 /boot/efiboot.img",
                "El Torito img opts : 1 boot-info-table",
            ]);
    }

    [FactNeeding("xorriso", "bsdtar")]
    public void What_others_unpack_is_the_tree()
    {
        using var folder = new TemporaryFolder();
        string image = Written(folder, Tree);
        Directory.CreateDirectory(folder.At("bsdtar"));
        ForeignTool.Run("bsdtar", "-C", folder.At("bsdtar"), "--exclude", "disk", "--exclude", "tty", "-xpf", image).Exits(0);
        ForeignTool.Run("xorriso", "-osirrox", "on", "-indev", image, "-find", "/", "(", "-type", "b", "-or", "-type", "c", ")", "-exec", "rm", "--", "-extract", "/", folder.At("xorriso"));
        foreach (string program in new[] { "bsdtar", "xorriso" })
        {
            FileTree unpacked = ForeignIso.HostTreeOf(folder.At(program));
            foreach (TreeEntry entry in Tree.Entries.Where(entry => entry.Inode.Kind is FileKind.Regular or FileKind.SymbolicLink))
            {
                Inode? found = unpacked.Find(entry.Path);
                found.Should().NotBeNull($"{program} {entry.Path}");
                (found!.Kind, found.Target, found.Size).Should().Be((entry.Inode.Kind, entry.Inode.Target, entry.Inode.Size), $"{program} {entry.Path}");
                // Xorriso gives links the time of the unpacking.
                if (found.Kind == FileKind.Regular) found.Modified.Should().Be(entry.Inode.Modified, $"{program} {entry.Path}");
                if (entry.Path.Name != "cdboot") found.Content.ToArray().Should().Equal(entry.Inode.Content.ToArray(), $"{program} {entry.Path}");
            }
        }
    }

    [FactNeeding("bsdtar")]
    public void Bsdtar_lists_every_name()
    {
        using var folder = new TemporaryFolder();
        ForeignTool.Run("bsdtar", "-tf", Written(folder, Tree)).Exits(0).Lines.Select(line => line.TrimEnd('/')).Should().BeEquivalentTo(
            Tree.Entries.Select(entry => entry.Path.IsRoot ? "." : entry.Path.Text.Replace("é", "\\303\\251")));
    }

    [FactNeeding("isoinfo")]
    public void Isoinfo_reads_the_descriptor_and_the_plain_names()
    {
        using var folder = new TemporaryFolder();
        string image = Written(folder, Tree);
        string descriptor = ForeignTool.Run("isoinfo", "-d", "-i", image).Exits(0).Output;
        descriptor.Should().Contain("Volume id: SMARTOS\n").And.Contain("Logical block size is: 2048\n").And.Contain("Rock Ridge signatures version 1 found")
            .And.Contain($"Volume size is: {new FileInfo(image).Length / 2048}\n").And.Contain("Boot media 0 (No Emulation Boot)").And.Contain("Application id: MLC\n");
        ForeignTool.Run("isoinfo", "-f", "-i", image).Exits(0).Lines.Should().Contain(
            ["/BOOT/LOADER.;1", "/BOOT/CDBOOT.;1", "/PLATFORM/I86PC/AMD64/BOOT_ARC.;1", "/PLATFORM/I86PC/AMD64/BOOT_ARC.HAS;1", "/A/B/C/D/E/F/G/H/I/DEEP.;1"]);
        ForeignTool.Run("isoinfo", "-p", "-i", image).Exits(0).Lines.Where(line => line.Contains(':')).Should().HaveCountGreaterThan(10);
        ForeignTool.Run("isoinfo", "-R", "-x", "/boot/loader.conf", "-i", image).Output.Should().Be("console");
    }

    [FactNeeding("xorriso", "genisoimage")]
    public void The_boot_catalogue_and_table_are_those_of_xorriso()
    {
        using var folder = new TemporaryFolder();
        byte[] cdboot = Tree.Find(ImagePath.Parse("boot/cdboot"))!.Content.ToArray();
        folder.Write("in/boot/cdboot", cdboot);
        folder.Write("in/boot/efiboot.img", Tree.Find(ImagePath.Parse("boot/efiboot.img"))!.Content.ToArray());
        string[] command =
        [
            "xorriso", "-as", "mkisofs", "-quiet", "-R", "-eltorito-boot", "boot/cdboot", "-no-emul-boot", "-boot-info-table",
            "-eltorito-alt-boot", "-eltorito-platform", "efi", "-eltorito-boot", "boot/efiboot.img", "-no-emul-boot",
        ];
        ByteSource theirs = ForeignIso.Make(folder, command, folder.At("in")), ours = IsoWriterTests.Planned(Tree, Options).Image;
        (byte[] catalogue, byte[] program) their = BootOf(theirs), our = BootOf(ours);
        our.catalogue.Should().Equal(their.catalogue);
        our.program.Should().Equal(their.program);

        // Where things lie differs, and is taken out of both.
        static (byte[] Catalogue, byte[] Program) BootOf(ByteSource image)
        {
            byte[] record = image.Slice(17 * 2048, 2048).ToArray();
            byte[] catalogue = image.Slice(BitConverter.ToUInt32(record, 0x47) * 2048L, 2048).ToArray();
            byte[] program = image.Slice(BitConverter.ToUInt32(catalogue, 40) * 2048L, 1201).ToArray();
            BitConverter.ToUInt32(program, 12).Should().Be(BitConverter.ToUInt32(catalogue, 40));
            program.AsSpan(12, 4).Clear();
            catalogue.AsSpan(40, 4).Clear();
            catalogue.AsSpan(104, 4).Clear();
            return (catalogue, program);
        }
    }

    [Fact]
    public void A_large_program_is_loaded_to_the_end_of_the_medium()
    {
        FileTree tree = SmallTree.Of(new TreeEntry(ImagePath.Parse("esp"), new Inode
        {
            Kind = FileKind.Regular, Permissions = 0x1a4, Uid = 0, Gid = 0, Modified = 0, Content = new PatternBytes(1, 256 << 20),
        }));
        ByteSource image = IsoWriterTests.Planned(tree, Options with { Boot = [Boot("esp", BootPlatform.Efi, false)] }).Image;
        BootCatalogue.Read(image).Should().ContainSingle().Which.Should().Match<BootEntry>(entry => entry.Platform == 0xef && entry.Sectors == 0 && entry.IsBootable);
    }

    private static string Written(TemporaryFolder folder, FileTree tree) =>
        folder.Write("ours.iso", IsoWriterTests.Planned(tree, Options).Image.ToArray());

    private static IsoBoot Boot(string file, BootPlatform platform, bool table) => new(ImagePath.Parse(file), platform, table);
}
