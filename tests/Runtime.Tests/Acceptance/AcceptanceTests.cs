using System.Security.Cryptography;
using ManifestLinker.Runtime.Tests.Acceptance.Inputs;
using ManifestLinker.Runtime.Tests.Acceptance.Listings;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Acceptance;

/// <summary>
/// What must hold of every platform that is linked, as programs of others see it. Every test is marked as needing something,
/// if nothing of its own, so that what a derived class needs counts for all.
/// </summary>
[Collection("acceptance")]
public abstract class AcceptanceTests<TPlatform>(TPlatform platform) : IClassFixture<TPlatform>
    where TPlatform : PlatformUnderTest
{
    private protected const string LinuxCheck = "shared:tools/linux-ufs-check", Unlofi = "shared:tools/unlofi.py", Recount = "shared:tools/ufs_recount.py";

    // What the link writes itself, and of that what it adds where no manifest delivers it.
    private static readonly string[] Added = ["./etc/release", "./var/adm/wtmpx", "./var/log/syslog"];
    private static readonly string[] Written = [.. Added, "./etc/shadow", "./etc/versions/build", "./usr/share/man/man.cf"];

    protected TPlatform Platform { get; } = platform;

    [FactNeeding]
    public void The_listing_has_all_that_is_declared_and_what_the_link_adds()
    {
        IReadOnlyDictionary<string, SpecObject> listed = MtreeListing.Read(Platform.Linked.Spec);
        IReadOnlyDictionary<string, SpecObject> declared = DeclaredListing.Read(Platform.Workspace, Platform.Declarations);
        Difference(listed.Values.Where(o => declared.ContainsKey(o.Path)).Select(AsDeclared), declared.Values.Select(AsDeclared)).Should().BeEmpty();
        string[] added = [.. Added.SelectMany(path => new[] { path, Path.GetDirectoryName(path)!, Path.GetDirectoryName(Path.GetDirectoryName(path))! })];
        listed.Keys.Except(declared.Keys, StringComparer.Ordinal).Should().BeEquivalentTo(
            added.Concat([".", "./lost+found", "./usr.lgz", "./usr/lost+found", "./usr/share/smartos", "./usr/share/smartos/manifest"]).Distinct().Except(declared.Keys));
        Added[1..].Should().OnlyContain(path => listed[path].Size == 0, "logs ship empty");
        listed["./usr.lgz"].Should().Match<SpecObject>(o => o.Mode == "0600" && o.Uid == 0 && o.Gid == 0);
        listed["./usr/share/smartos/manifest"].Should().Match<SpecObject>(o => o.Mode == "0644" && o.Uid == 0 && o.Gid == 0);
    }

    [FactNeeding("qemu-system-x86_64", "busybox", "cpio", "dpkg-deb", "python3", LinuxCheck, "$UFS_DEB_DIR")]
    public void Linux_sees_in_the_root_image_what_the_listing_says()
    {
        IReadOnlyDictionary<string, SpecObject> spec = MtreeListing.Read(Platform.Linked.Spec);
        ILookup<bool, SpecObject> seen = LinuxListing.Of(Platform.Linked.BootArchive).ToLookup(o => IsUsr(o.Path));
        Difference(seen[false], spec.Values.Where(o => !IsUsr(o.Path))).Should().BeEmpty();

        // Below the mount point are copies of what must run before /usr is there, and the shell as a link into them.
        SpecObject point = seen[true].Single(o => o.Path == "./usr"), listed = spec["./usr"];
        (point.Type, point.Mode, point.Uid, point.Gid).Should().Be((listed.Type, listed.Mode, listed.Uid, listed.Gid));
        seen[true].Where(o => o.Type == 'd' && o != point).Should().OnlyContain(o => o.Mode == "0755" && o.Uid == 0 && o.Gid == 0 && o.Time == LinkedPlatform.Time);
        SpecObject[] copies = [.. seen[true].Where(o => o.Type != 'd' && o.Path != "./usr/bin/sh")];
        copies.Should().HaveCount(Platform.Underfiles);
        Difference(copies, copies.Select(o => spec[o.Path] with { Links = 1 })).Should().BeEmpty();
        seen[true].Single(o => o.Path == "./usr/bin/sh").Target.Should().Be("i86/ksh93");
    }

    [FactNeeding("qemu-system-x86_64", "busybox", "cpio", "dpkg-deb", "python3", LinuxCheck, Unlofi, "$UFS_DEB_DIR")]
    public void Linux_sees_in_the_image_of_usr_what_the_listing_says()
    {
        IEnumerable<SpecObject> spec = MtreeListing.Read(Platform.Linked.Spec).Values.Where(o => IsUsr(o.Path));
        Difference(LinuxListing.Of(Platform.Usr).Select(InUsr), spec).Should().BeEmpty();
    }

    [FactNeeding("grub-fstest", "python3", Unlofi)]
    public void Grub_reads_the_files_of_both_images()
    {
        ILookup<bool, SpecObject> files = MtreeListing.Read(Platform.Linked.Spec).Values.Where(o => o.Type == 'f').ToLookup(o => IsUsr(o.Path));
        CompareWithGrub(Platform.Linked.BootArchive, files[false], prefix: "./");
        CompareWithGrub(Platform.Usr, files[true], prefix: "./usr/");
    }

    [FactNeeding("python3", Unlofi, Recount)]
    public void A_recount_of_every_group_finds_the_counts_that_stand_there()
    {
        foreach (string image in new[] { Platform.Linked.BootArchive, Platform.Usr })
            ForeignTool.Run("python3", Checkout.Shared("tools/ufs_recount.py"), image).Exits(0).Output.Should().EndWith(" mismatches 0\n");
    }

    [FactNeeding("sha1sum")]
    public void The_hash_beside_the_boot_archive_is_its_sha1()
    {
        string sum = ForeignTool.Run("sha1sum", Platform.Linked.BootArchive).Exits(0).Output;
        File.ReadAllText(Platform.Linked.BootArchive + ".hash").Should().Be(sum[..40] + "\n");
    }

    [FactNeeding("tar", "gzip")]
    public void Tar_unpacks_the_archive_to_the_platform_folder()
    {
        LinkedPlatform linked = Platform.Linked;
        ForeignTool.Run("gzip", "-tv", linked.Archive).Exits(0);
        string[] members = ForeignTool.Run("tar", "-tzf", linked.Archive).Exits(0).Lines;
        members.Select(name => name.TrimEnd('/')).Order(StringComparer.Ordinal).Should().Equal(Directory
            .EnumerateFileSystemEntries(linked.PlatformFolder, "*", SearchOption.AllDirectories)
            .Append(linked.PlatformFolder)
            .Select(path => Path.GetRelativePath(linked.Folder, path))
            .Order(StringComparer.Ordinal));
        using var folder = new TemporaryFolder();
        ForeignTool.Run("tar", "--no-same-owner", "-C", folder.Path, "-xpzf", linked.Archive).Exits(0);
        FolderListing.Of(folder.At(LinkedPlatform.Prefix)).Should().Equal(FolderListing.Of(linked.PlatformFolder));
    }

    [FactNeeding("bsdtar")]
    public void Bsdtar_reads_the_listing()
    {
        using var empty = new TemporaryFolder();
        string[] lines = (ForeignTool.Prepare("bsdtar", "-n", "-tvf", Platform.Linked.Spec) with { Directory = empty.Path }).Run().Exits(0).Lines;
        IEnumerable<SpecObject> spec = MtreeListing.Read(Platform.Linked.Spec).Values.Where(o => o.Path.All(char.IsAscii));
        lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(line => line.All(c => char.IsAscii(c) && c != '\\'))
            .Should().BeEquivalentTo(spec.Select(BsdtarLine));
    }

    [FactNeeding("md5sum")]
    public void Md5sum_finds_what_is_extracted_to_be_what_was_shipped()
    {
        using var folder = new TemporaryFolder();
        Mlc.In(folder.Path, "extract", Platform.Linked.PlatformFolder, "-o", folder.At("image")).Run().Exits(0);
        Launch check = ForeignTool.Prepare("md5sum", "--quiet", "--strict", "-c", "usr/share/smartos/manifest");
        (check with { Directory = folder.At("image") }).Run().Exits(0).Said.Should().BeEmpty();
        int shipped = File.ReadAllLines(folder.At("image/usr/share/smartos/manifest")).Length;
        // The list itself and the compressed /usr come later.
        MtreeListing.Read(Platform.Linked.Spec).Values.Count(o => o.Type == 'f').Should().Be(shipped + 2);
    }

    [FactNeeding]
    public void Verify_finds_nothing_in_the_folder_the_archive_and_the_image()
    {
        LinkedPlatform linked = Platform.Linked;
        foreach (string image in new[] { linked.PlatformFolder, linked.Archive, linked.BootArchive })
            Mlc.In(linked.Folder, "verify", image, "--spec", linked.Spec).Run().Exits(0);
        Mlc.In(linked.Folder, "verify", linked.PlatformFolder).Run().Exits(0);
    }

    [FactNeeding("sh")]
    public void Another_place_and_other_circumstances_give_the_same_bytes()
    {
        LinkedPlatform second = Platform.LinkElsewhere();
        FolderListing.Of(second.Folder).Should().Equal(FolderListing.Of(Platform.Linked.Folder));
        Directory.Delete(second.Folder, recursive: true);
    }

    private protected static bool IsUsr(string path) => path == "./usr" || path.StartsWith("./usr/", StringComparison.Ordinal);

    // The image of /usr by itself knows nothing of where it is mounted.
    private protected static SpecObject InUsr(SpecObject o) => o with { Path = "./usr" + o.Path[1..] };

    // How many entries a directory has, and so its links, follows from what is declared below it. The link's own contents are nobody else's.
    private static SpecObject AsDeclared(SpecObject o) =>
        o.Type == 'd' ? o with { Links = 0 } : Written.Contains(o.Path) ? o with { Size = 0, Md5 = "" } : o;

    private protected static IEnumerable<string> Difference(IEnumerable<SpecObject> actual, IEnumerable<SpecObject> expected)
    {
        SpecObject[] real = [.. actual], wanted = [.. expected];
        wanted.Should().NotBeEmpty();
        return real.Except(wanted).Select(o => $"there is {o}").Concat(wanted.Except(real).Select(o => $"there should be {o}"))
            .Append(real.Length == wanted.Length ? "" : $"{real.Length} objects, not {wanted.Length}")
            .Where(line => line.Length > 0).Take(20);
    }

    private static void CompareWithGrub(string image, IEnumerable<SpecObject> files, string prefix)
    {
        SpecObject[] bySize = [.. files.OrderByDescending(file => file.Size).ThenBy(file => file.Path, StringComparer.Ordinal)];
        int step = Math.Max(1, bySize.Length / 100);
        // The largest go through every level of indirection; the rest is a sample over all sizes.
        SpecObject[] chosen = [.. bySize.Where((_, i) => i < 20 || i % step == 0)];
        chosen.Should().NotBeEmpty();
        foreach (SpecObject file in chosen)
        {
            byte[] content = ForeignTool.Run("grub-fstest", image, "cat", "(loop0)/" + file.Path[prefix.Length..]).Exits(0).Bytes;
#pragma warning disable CA5351 // The listing has MD5.
            Convert.ToHexStringLower(MD5.HashData(content)).Should().Be(file.Md5, file.Path);
#pragma warning restore CA5351
        }
    }

    private static string BsdtarLine(SpecObject o)
    {
        int mode = Convert.ToInt32(o.Mode, 8);
        char[] letters = [o.Type == 'f' ? '-' : o.Type, .. "rwxrwxrwx"];
        for (int bit = 0; bit < 9; bit++)
        {
            if ((mode & (1 << bit)) == 0) letters[9 - bit] = '-';
        }
        foreach ((int bit, int at, char letter) in new[] { (0x800, 3, 's'), (0x400, 6, 's'), (0x200, 9, 't') })
        {
            if ((mode & bit) != 0) letters[at] = letters[at] == 'x' ? letter : char.ToUpperInvariant(letter);
        }
        string target = o.Type == 'l' ? " -> " + o.Target : "";
        return $"{new string(letters)} {o.Links} {o.Uid} {o.Gid} {(o.Type == 'f' ? o.Size : 0)} Jan 1 2026 {o.Path}{target}";
    }
}
